"""Prints the values openpyxl reads, a JSON line for each path on standard input.

Cells of merged areas other than their first, and blank texts, count as empty: for both readers alike.
"""

import datetime
import json
import re
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


# openpyxl takes a format of one letter, such as D or [S], for no date.
one_letter_date = re.compile(r"\[?([YMDHS])\1?\]?|A/P", re.IGNORECASE)


def value_of(cell):
    value = cell.value
    if value is None:
        return None
    if isinstance(value, bool):
        return {"kind": "text", "text": "TRUE" if value else "FALSE"}
    if isinstance(value, (int, float)):
        is_date = one_letter_date.fullmatch(cell.number_format)
        return {"kind": "number", "text": format(value, ".15g"), **({"peculiar": "date"} if is_date else {})}
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return {"kind": "date", "text": str(value)}
    text = str(value)
    # A linked cell without a value gets the address of its link.
    is_link = cell.hyperlink is not None and text in (cell.hyperlink.target, cell.hyperlink.location)
    if not text.strip():
        return None
    return {"kind": "text", "text": text, **({"peculiar": "link"} if is_link else {})}


def sheet_values(sheet):
    covered = set()
    for area in sheet.merged_cells.ranges:
        if area.size["rows"] * area.size["columns"] > 1_000_000:
            continue
        covered.update(
            (row, column)
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        )
        covered.discard((area.min_row, area.min_col))
    cells = {}
    # Only cells that exist: a sheet may claim a range of thousands of millions.
    for place, cell in sheet._cells.items():
        value = value_of(cell)
        if value and place not in covered:
            cells[cell.coordinate] = value
    return cells


def values_of(path):
    workbook = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: sheet_values(sheet) for sheet in workbook.worksheets}


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        answer = {"sheets": values_of(path)}
    except Exception as error:  # whatever openpyxl cannot open, for whatever reason, is not compared
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
