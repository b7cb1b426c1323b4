"""The shop in Python's standard library alone: `python3 receiver.py`. See ../README.md for its environment."""

import json
import os
import re
import signal
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from events import parse_object, read_smartpay, read_useepay
from refusal import BODY_LIMIT, Refusal
from signatures import smartpay_verifier, useepay_verifier
from store import Store


class Shop:
    """What is behind the HTTP: takes the request's parts, gives a status and a body."""

    def __init__(self, environment):
        self.store = Store(environment.get("DATABASE") or ":memory:")
        self.readers = {
            "/webhooks/smartpay": smartpay_reader(environment),
            "/webhooks/useepay": useepay_reader(environment),
        }

    def receive(self, method, path, headers, body):
        # A query and a trailing slash are no other path: a provider does not follow redirects.
        path = path.split("?")[0]
        reader = self.readers.get(path[:-1] if path.endswith("/") else path)
        if reader is None:
            raise Refusal(404)
        if method != "POST":
            raise Refusal(405)
        if headers.get("content-encoding", "identity") != "identity":
            raise Refusal(415, "the body is encoded")
        change = reader(headers, body)
        if change is not None:
            self.store.apply(change)


def smartpay_reader(environment):
    secret = environment.get("SMARTPAY_SECRET")
    if not secret:
        return not_configured
    verify = smartpay_verifier(secret.split(","))  # two while it is being rotated
    endpoint = environment.get("SMARTPAY_SUBSCRIPTION_ID")

    def read(headers, body):
        event = verify(headers, body)
        if endpoint and headers.get("smartpay-subscription-id") != endpoint:
            raise Refusal(403, "the delivery is for another endpoint")
        return read_smartpay(parse_object(event))

    return read


def useepay_reader(environment):
    public_key = environment.get("USEEPAY_PUBLIC_KEY")
    if not public_key:
        return not_configured
    verify = useepay_verifier(public_key.split(","))
    merchant = environment.get("USEEPAY_MERCHANT_NO")

    def read(headers, body):
        event = parse_object(verify(headers, body))
        data = event.get("data") or event.get("date")
        named = [headers.get("merchant_no"), data.get("merchant_no") if isinstance(data, dict) else None]
        if merchant and any(each and each != merchant for each in named):
            raise Refusal(403, "the delivery is for another merchant")
        return read_useepay(event)

    return read


def not_configured(_headers, _body):
    raise Refusal(503)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    wbufsize = -1  # the head and the body of an answer leave together
    shop = None
    probe = False

    def handle_request(self):
        try:
            body = self.read_body()
            if self.probe and self.path == "/effects":
                return self.answer_probe()
            # A header sent twice is one whose value nobody meant.
            headers = {name.lower(): ", ".join(self.headers.get_all(name)).strip() for name in self.headers}
            self.shop.receive(self.command, self.path, headers, body)
            self.answer(200)
        except Refusal as refusal:
            self.refuse(refusal)
        except (ConnectionError, TimeoutError):
            self.close_connection = True  # the sender hung up, so there is nobody to answer
        except Exception as error:  # whatever it is, the sender is to retry and to learn nothing
            print(f"Cannot process delivery: {type(error).__name__}: {error}", file=sys.stderr)
            self.refuse(Refusal(500))

    do_POST = do_GET = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = handle_request

    def answer_probe(self):
        if self.command == "GET":
            return self.answer(200, self.shop.store.effects())
        if self.command == "DELETE":
            self.shop.store.clear()
            return self.answer(204)
        return self.answer(405, allow="GET, DELETE")

    def refuse(self, refusal):
        self.answer(refusal.status, {"error": str(refusal)}, allow="POST" if refusal.status == 405 else None)

    def send_error(self, code, message=None, explain=None):
        """Called by http.server for what it cannot read; its own answer would be a page that shows the request."""
        self.close_connection = True
        self.refuse(Refusal(405 if code == 501 else code))

    def answer(self, status, content=None, allow=None):
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response_only(status)
        if allow:
            self.send_header("Allow", allow)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        if content is not None:
            self.send_header("Content-Type", "application/json")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()
        if self.close_connection:
            self.linger()

    def read_body(self):
        """The body's bytes; refuses as soon as they are known to be too many."""
        keep, self.close_connection = self.close_connection, True  # unless it is read to its end
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            body = b"".join(self.chunks())
        else:
            length = self.headers.get("Content-Length", "0")
            if not re.fullmatch("[0-9]{1,15}", length):
                raise Refusal(400)
            if int(length) > BODY_LIMIT:
                raise Refusal(413)
            body = self.read_exactly(int(length))
        self.close_connection = keep
        return body

    def chunks(self):
        total = 0
        while True:
            size = re.match(b"[0-9A-Fa-f]{1,8}", self.rfile.readline(1024))
            if size is None:
                raise Refusal(400)
            length = int(size[0], 16)
            total += length
            if total > BODY_LIMIT:
                raise Refusal(413)
            yield self.read_exactly(length)
            if length > 0:
                self.rfile.readline(1024)
            else:
                while self.rfile.readline(1024) not in (b"\r\n", b"\n", b""):
                    pass
                return

    def read_exactly(self, length):
        found = self.rfile.read(length)
        if len(found) < length:
            raise ConnectionError("the sender hung up")
        return found

    def linger(self):
        """Reads and drops what is still coming, for a while, so that the sender gets to see the answer."""
        try:
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(1)
            for _ in range(2048):
                if not self.connection.recv(65536):
                    return
        except OSError:
            pass

    def log_message(self, *_words):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256  # the default of 5 drops a burst


def main():
    Handler.shop = Shop(os.environ)
    Handler.probe = os.environ.get("PROBE") == "1"
    server = Server(("127.0.0.1", int(os.environ.get("PORT") or 3000)), Handler)
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: threading.Thread(target=server.shutdown).start())
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    print(f"python listening: {origin}/webhooks/smartpay {origin}/webhooks/useepay", flush=True)
    server.serve_forever(poll_interval=0.05)
    server.server_close()
    Handler.shop.store.close()


if __name__ == "__main__":
    main()
