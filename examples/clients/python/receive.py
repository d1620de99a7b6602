#!/usr/bin/env python3
"""Receives the notices of a webhook and verifies their signature; Python's standard library alone.

NIANBAO_WEBHOOK_SECRET=whsec_… python3 receive.py PORT
A notice only says that something has changed: what it was is read by follow.py, from one's own cursor.
"""
import base64
import hashlib
import hmac
import http.server
import json
import os
import sys
import time

secret = base64.b64decode(os.environ["NIANBAO_WEBHOOK_SECRET"].removeprefix("whsec_"))
oldest_seconds = 300
largest_bytes = 10_000


def is_signed(headers, body):
    signed_at = headers.get("webhook-timestamp", "")
    if not (signed_at.isascii() and signed_at.isdigit() and abs(time.time() - int(signed_at)) <= oldest_seconds):
        return False
    signed = f"{headers.get('webhook-id', '')}.{signed_at}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest())
    # More than one while a secret is replaced.
    given = headers.get("webhook-signature", "").encode().split()
    return any(hmac.compare_digest(expected, each) for each in given)


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(int(length)) if length.isdigit() and int(length) <= largest_bytes else b""
        if not is_signed(self.headers, body):
            self.send_error(401)
            return
        # The same webhook-id comes again when an answer was lost.
        print(self.headers["webhook-id"], json.loads(body)["cursor"], flush=True)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
print(f"waiting at http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
