"""Verifies that a delivery is Smartpay's or UseePay's. Each verifier refuses with 401, or returns the JSON that was signed.

UseePay's RSA is done by hand, since the standard library has none. In production use the package `cryptography`:
`load_der_public_key(der).verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())`.
"""

import base64
import binascii
import hashlib
import hmac
import re
import time
from urllib.parse import unquote

from refusal import Refusal

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
TOLERANCE_MS = 5 * 60 * 1000  # Smartpay states none


def smartpay_verifier(secrets):
    keys = [base62(secret) for secret in secrets]

    def verify(headers, body):
        if media_type(headers) != "application/json":
            raise Refusal(415, "the body must be application/json")
        signature = headers.get("smartpay-signature", "")
        timestamp = headers.get("smartpay-signature-timestamp", "")
        if not re.fullmatch("[0-9a-f]{64}", signature):
            raise Refusal(401, "the signature is missing or malformed")
        if not re.fullmatch("[0-9]{1,15}", timestamp):
            raise Refusal(401, "the signature timestamp is missing or malformed")
        signed = timestamp.encode() + b"." + body
        wanted = [hmac.new(key, signed, hashlib.sha256).hexdigest() for key in keys]
        if not any([hmac.compare_digest(each, signature) for each in wanted]):
            raise Refusal(401, "the signature does not match")
        if abs(time.time() * 1000 - int(timestamp)) > TOLERANCE_MS:
            raise Refusal(401, "the signature timestamp is too far from now")
        return body

    return verify


def base62(secret):
    """The bytes of a secret: one zero byte for each leading "A", then the number that the whole spells."""
    if not re.fullmatch("[A-Za-z0-9]+", secret):
        raise ValueError("Cannot read smartpay secret: it is empty or not base62")
    number = 0
    for digit in secret:
        number = number * 62 + ALPHABET.index(digit)
    zeros = len(secret) - len(secret.lstrip("A"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def useepay_verifier(public_keys):
    keys = [rsa_key(text) for text in public_keys]

    def check(signed, sign):
        if not sign:
            raise Refusal(401, "the signature is missing")
        try:
            signature = base64.b64decode(sign)
        except (binascii.Error, ValueError):
            signature = b""
        # Only the one exact spelling of a signature is good.
        exact = base64.b64encode(signature).decode() == sign
        if signed is None or not exact or not any([rsa_matches(key, signed, signature) for key in keys]):
            raise Refusal(401, "the signature does not match")

    def verify(headers, body):
        sign = headers.get("sign")
        kind = media_type(headers)
        if kind == "application/json":
            check(body, sign)
            return body
        if kind == "application/x-www-form-urlencoded":
            data = form_data(body)
            check(data, sign)  # that the decoded JSON is what is signed is an assumption: no page of UseePay's says
            return data
        raise Refusal(415, "the body must be application/json or application/x-www-form-urlencoded")

    return verify


def form_data(body):
    """The decoded value of the form's only field "data"; None when there is none, more than one, or it cannot be read."""
    fields = [field for field in body.decode("latin-1").split("&") if field.startswith("data=")]
    if len(fields) != 1 or re.search("%(?![0-9A-Fa-f]{2})", fields[0]):
        return None
    try:
        return unquote(fields[0][len("data=") :].replace("+", " "), errors="strict").encode()
    except UnicodeError:
        return None


def rsa_matches(key, signed, signature):
    """RSASSA-PKCS1-v1_5 with SHA-256: the whole padded block is made anew and compared, never parsed."""
    modulus, exponent = key
    size = (modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if len(signature) != size or number >= modulus:
        return False
    digest_info = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(signed).digest()
    wanted = b"\x00\x01" + b"\xff" * (size - len(digest_info) - 3) + b"\x00" + digest_info
    return hmac.compare_digest(pow(number, exponent, modulus).to_bytes(size, "big"), wanted)


RSA_ENCRYPTION = bytes.fromhex("06092a864886f70d010101")


def rsa_key(text):
    """Modulus and exponent of a public key in PEM, or in base64 without armour as the merchant centre gives it."""
    try:
        der = base64.b64decode(re.sub(r"-----[A-Z ]+-----|\s", "", text), validate=True)
        algorithm, bits = der_items(der_items(der)[0])
        modulus, exponent = (int.from_bytes(item, "big") for item in der_items(der_items(bits[1:])[0]))
        if not algorithm.startswith(RSA_ENCRYPTION) or modulus.bit_length() < 1024:
            raise ValueError
    except (ValueError, IndexError) as cause:
        raise ValueError("Cannot read useepay public key: it is no RSA key in base64 DER (SPKI) or PEM") from cause
    return modulus, exponent


def der_items(der):
    """The contents of the DER values that stand one after the other."""
    items = []
    while der:
        length, start = der[1], 2
        if length >= 0x80:
            start += length - 0x80
            length = int.from_bytes(der[2:start], "big")
        if len(der) < start + length:
            raise ValueError
        items.append(der[start : start + length])
        der = der[start + length :]
    return items


def media_type(headers):
    return headers.get("content-type", "").split(";")[0].strip().lower()
