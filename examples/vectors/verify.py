"""Checks a receiver's verification against hookproof's signature vectors, with Python's standard library and openssl.

    python3 verify.py signatures.json [more.json ...]

It shares no code with hookproof: everything it knows of a provider is in the file. Exit code 0 when every vector is
judged as the file says, 1 when one is not, 2 when it could not run.
"""

import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote_to_bytes


def key_bytes(secret, encoding):
    """The bytes of a shared secret. In base62 each leading zero digit is a zero byte, and the rest is one number."""
    if encoding["kind"] == "raw":
        return secret.encode()
    if encoding["kind"] == "hex":
        return bytes.fromhex(secret)
    if encoding["kind"] == "base64":
        return base64.b64decode(secret, validate=True)
    digits = encoding["alphabet"]
    rest = secret.lstrip(digits[0])
    number = 0
    for digit in rest:
        number = number * len(digits) + digits.index(digit)
    return bytes(len(secret) - len(rest)) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def decoded_signature(scheme, text):
    """The bytes that a signature spells, or None where it is not of the form that the scheme has."""
    if scheme["kind"] == "hmac" and scheme["output"] == "hex":
        length = hashlib.new(scheme["hash"].replace("-", "")).digest_size
        return bytes.fromhex(text) if re.fullmatch("[0-9a-f]{%d}" % (2 * length), text) else None
    if len(text) % 4 or not re.fullmatch("[0-9A-Za-z+/]+={0,2}", text):
        return None
    return base64.b64decode(text)


def is_signed(scheme, key, text, signature, folder):
    """Whether the signature is over the text: HMAC by the standard library, RSA by the openssl command."""
    if scheme["kind"] == "hmac":
        made = hmac.new(key_bytes(key, scheme["secret"]), text, scheme["hash"].replace("-", "").lower())
        return hmac.compare_digest(made.digest(), signature)
    public = os.path.join(folder, hashlib.sha256(key.encode()).hexdigest() + ".pem")
    if not os.path.exists(public):
        with open(public, "w") as file:
            file.write("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % "\n".join(re.findall(".{1,64}", key)))
    with open(os.path.join(folder, "signature"), "wb") as file:
        file.write(signature)
    command = ["openssl", "dgst", "-sha256", "-verify", public, "-signature", os.path.join(folder, "signature")]
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if b"Verified OK" in done.stdout:
        return True
    if b"Verification failure" in done.stdout + done.stderr:
        return False
    raise RuntimeError("openssl: " + (done.stdout + done.stderr).decode(errors="replace"))


def form_value(body, field):
    """The field's value before and after percent-decoding, or None where the body is not such a form."""
    for pair in body.split(b"&"):
        if pair.startswith(field.encode() + b"="):
            encoded = pair[len(field) + 1 :]
            if re.search(rb"%(?![0-9A-Fa-f]{2})", encoded):
                return None
            return encoded, unquote_to_bytes(encoded.replace(b"+", b" "))
    return None


def judge(file, vector, folder):
    """Every reason to refuse a delivery, by the codes of hookproof."""
    scheme, reasons = file["scheme"]["value"], []
    request = vector["request"]
    headers = {name.lower(): value for name, value in request["headers"].items()}
    body = base64.b64decode(request["body"])
    if request["method"] != file["method"]:
        reasons.append("wrong-method")
    if file.get("contentType") and headers.get("content-type", "").split(";")[0].strip().lower() != file["contentType"]:
        reasons.append("wrong-content-type")
    time = ""
    if file["timestamp"]:
        time = headers.get(file["timestamp"]["header"].lower(), "")
        if time == "":
            reasons.append("timestamp-missing")
        elif not re.fullmatch("[0-9]{1,16}", time):
            reasons.append("timestamp-malformed")
        elif "now" in vector:
            unit = 1000 if file["timestamp"]["unit"] == "seconds" else 1
            if abs(vector["now"] - int(time) * unit) > file["tolerance"] * 1000:
                reasons.append("timestamp-out-of-tolerance")
    text = headers.get(scheme["header"].lower(), "")
    if text == "":
        return reasons + ["signature-missing"]
    signature = decoded_signature(scheme, text)
    if signature is None:
        return reasons + ["signature-malformed"]
    values = {"body": body, "json": body, "encoded": body, "timestamp": time.encode()}
    if file["encoding"]["kind"] == "form":
        found = form_value(body, file["encoding"]["field"])
        if found is None:
            reasons.append("body-not-decodable")
        values["encoded"], values["json"] = found or (b"", b"")
    parts = re.split(r"\{(\w+)\}", scheme["signedText"])
    signed = b"".join(part.encode() if index % 2 == 0 else values[part] for index, part in enumerate(parts))
    if not is_signed(scheme, file["keys"][vector["key"]], signed, signature, folder):
        reasons.append("signature-wrong")
    return reasons


def main(paths):
    wrong, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            with open(path, encoding="utf-8") as opened:
                file = json.load(opened)
            scheme = file["scheme"]["value"]
            for vector in file["vectors"]:
                count += 1
                reasons = judge(file, vector, folder)
                verdict = "invalid" if reasons else "valid"
                if reasons != vector["reasons"] or vector["verdict"] not in (verdict, "undecided"):
                    wrong.append("%s: expected %s, found %s" % (vector["id"], vector["reasons"], reasons))
            for entry in file["texts"]:
                count += 1
                signature = decoded_signature(scheme, entry["signature"])
                text = base64.b64decode(entry["text"])
                if signature is None or not is_signed(scheme, file["keys"][entry["key"]], text, signature, folder):
                    wrong.append("%s: the signature is not over the text" % entry["id"])
    print("\n".join(wrong + ["%d vectors, %d judged otherwise" % (count, len(wrong))]))
    return 2 if count == 0 else 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
