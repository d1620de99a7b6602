#!/usr/bin/env python3
"""Verifies a folder that nianbao drop wrote, signed by Ed25519; Python's standard library alone.

python3 verify.py FOLDER PUBLIC_KEY.pem
Trust the key you were given, not the one in the manifest. For SM2 see ../curl/verify.sh.
"""
import base64
import hashlib
import json
import os
import sys

# Ed25519 as RFC 8032, section 6, writes it down.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number > 0:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def point_of(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P != 0 or (x == 0 and sign):
        sys.exit("no point of the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = point_of(BASE_Y.to_bytes(32, "little"))


def verify(key, content, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + content).digest(), "little") % ORDER
    return same(times(s, BASE), add(r, times(h, a)))


folder = sys.argv[1]
with open(sys.argv[2], encoding="ascii") as file:
    pem = "".join(line.strip() for line in file if not line.startswith("-"))
key = base64.b64decode(pem)[-32:]


def read(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def check(name, content, signature):
    if not verify(key, content, base64.b64decode(signature)):
        sys.exit(name + " was changed, or signed with another key")
    print(name, "verified")


manifest = read("manifest.json")
check("manifest.json", manifest, read("manifest.sig"))
for described in json.loads(manifest)["files"]:
    check(described["name"], read(described["name"]), described["signature"])
