"""Prints the values openpyxl reads, a JSON line for each path on standard input.

A cell is given as openpyxl gives it (`kind`, `text`) and, where the file format says otherwise of the same
bytes, by the standard (`standard`; null when the cell is empty). Cells of merged areas other than their first,
and blank texts, count as empty: for both readers alike.
"""

import datetime
import json
import sys
import warnings

import openpyxl
import openpyxl.reader.excel
from openpyxl.cell.text import Text
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

warnings.simplefilter("ignore")


class SharedText(str):
    """A shared text as openpyxl gives it, which remembers how the file writes it."""

    written: str


def read_string_table(source):
    """openpyxl takes `x005F_` out of shared texts, which leaves escaped and unescaped ones alike."""
    strings = []
    for _, node in iterparse(source):
        if node.tag == "{%s}si" % SHEET_MAIN_NS:
            written = Text.from_tree(node).content
            text = SharedText(written.replace("x005F_", ""))
            text.written = written
            strings.append(text)
            node.clear()
    return strings


openpyxl.reader.excel.read_string_table = read_string_table

bind_hyperlinks = WorksheetReader.bind_hyperlinks


def bind_hyperlinks_and_remember(reader):
    """openpyxl writes the address of a link into a linked cell that is empty in the file."""
    filled = {place for place, cell in reader.ws._cells.items() if cell.value is not None}
    bind_hyperlinks(reader)
    reader.ws.filled_by_links = set(reader.ws._cells) - filled


WorksheetReader.bind_hyperlinks = bind_hyperlinks_and_remember


def value_of(value, epoch):
    if value is None:
        return None
    if isinstance(value, bool):
        return {"kind": "text", "text": "TRUE" if value else "FALSE"}
    if isinstance(value, (int, float)):
        return {"kind": "number", "text": format(value, ".15g")}
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        # ECMA-376 part 1, 18.17.4.1: a date is stored as a number of days.
        serial = {"kind": "date", "text": repr(to_excel(value, epoch))}
        return {"kind": "date", "text": str(value), "standard": serial}
    text = str(value)
    if not text.strip():
        return None
    # ECMA-376 part 1, 22.9.2.19: _xHHHH_ in a text stands for a character.
    unescaped = unescape(getattr(value, "written", text))
    standard = {"kind": "text", "text": unescaped} if unescaped.strip() else None
    return {"kind": "text", "text": text, **({} if unescaped == text else {"standard": standard})}


def sheet_values(sheet, epoch):
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
    by_links = getattr(sheet, "filled_by_links", set())
    cells = {}
    # Only cells that exist: a sheet may claim a range of thousands of millions.
    for place, cell in sheet._cells.items():
        value = value_of(cell.value, epoch)
        if value and place in by_links:
            value["standard"] = None
        if value and place not in covered:
            cells[cell.coordinate] = value
    return cells


def values_of(path):
    workbook = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: sheet_values(sheet, workbook.epoch) for sheet in workbook.worksheets}


# openpyxl prints remarks of its own.
answers, sys.stdout = sys.stdout, sys.stderr
for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        answer = {"sheets": values_of(path)}
    except Exception as error:  # whatever openpyxl cannot open, for whatever reason, is not compared
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), file=answers, flush=True)
