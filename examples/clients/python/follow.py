#!/usr/bin/env python3
"""Keeps a copy of every report by the feed of changes; Python's standard library alone.

NIANBAO=http://127.0.0.1:4000 NIANBAO_TOKEN=nb_… python3 follow.py FOLDER
One run reads everything since the last run. Killed at any moment, the next run goes on from what was kept.
"""
import json
import os
import sys
import urllib.parse
import urllib.request

base = os.environ["NIANBAO"]
headers = {"Authorization": "Bearer " + os.environ["NIANBAO_TOKEN"]}
folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
kept = os.path.join(folder, "cursor")


def get(path):
    with urllib.request.urlopen(urllib.request.Request(base + path, headers=headers)) as answer:
        return answer.headers.get("X-Next-Cursor"), answer.read()


def keep(name, content):
    """Written aside and renamed: a file is whole or it is not there."""
    path = os.path.join(folder, name)
    with open(path + ".part", "wb") as file:
        file.write(content)
    os.replace(path + ".part", path)


def cursor():
    try:
        with open(kept, encoding="ascii") as file:
            return file.read()
    except FileNotFoundError:
        return ""


after = cursor()
while True:
    query = urllib.parse.urlencode({"after": after, "first": 500})
    following, lines = get("/api/v1/changes?" + query)
    changes = [json.loads(line) for line in lines.splitlines()]
    reports = {(change["agency"], change["year"]) for change in changes if change["report"]}
    for agency, year in sorted(reports):
        _, content = get(f"/api/v1/reports/{urllib.parse.quote(agency, safe='')}/{year}.json")
        keep(f"{urllib.parse.quote(agency, safe='')}-{year}.json", content)
    after = following
    keep("cursor", after.encode("ascii"))
    for change in changes:
        print(change["kind"], change["agency"], change["year"] or "", change["version"] or "")
    if len(changes) < 500:
        break
