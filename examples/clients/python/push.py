#!/usr/bin/env python3
"""Pushes one report, as the JSON export writes it; Python's standard library alone.

NIANBAO=http://127.0.0.1:4000 NIANBAO_TOKEN=nb_… python3 push.py REPORT.json
"""
import hashlib
import json
import os
import sys
import urllib.error
import urllib.request

with open(sys.argv[1], "rb") as file:
    report = file.read()
request = urllib.request.Request(
    os.environ["NIANBAO"] + "/api/v1/reports",
    data=report,
    headers={
        "Authorization": "Bearer " + os.environ["NIANBAO_TOKEN"],
        "Content-Type": "application/json",
        # Sent again after a broken connection, the same report gets the same answer.
        "Idempotency-Key": hashlib.sha256(report).hexdigest(),
    },
)
try:
    with urllib.request.urlopen(request) as answer:
        result = json.load(answer)
except urllib.error.HTTPError as refused:
    problem = json.load(refused)
    sys.exit(f"{problem['code']}: {problem['message']} ({problem['requestId']})")
print(result["status"], result["agency"], result["year"], result["version"])
for problem in result["problems"]:
    print(problem["code"], problem["message"], file=sys.stderr)
sys.exit(1 if result["status"] == "REJECTED" else 0)
