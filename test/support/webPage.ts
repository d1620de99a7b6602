import { address } from '../../importers/reading/grid.js';
import type { FixtureCell, FixtureSheet } from '../fixtures/layouts/fixture.js';

export interface WebPage {
  readonly html: string;
  /** Where a person finds the cell that stood at an address of the sheet: which table, which row, which column. */
  readonly placeOf: ReadonlyMap<string, string>;
}

/** A report as agencies publish it: prose in paragraphs, every block of table lines a table of its own. */
export function webPage(sheet: FixtureSheet): WebPage {
  const placeOf = new Map<string, string>();
  const parts: string[] = [];
  let tables = 0;
  let lines: FixtureCell[][] = [];

  const endTable = (): void => {
    const first = lines[0]?.[0]?.row ?? 0;
    if (lines.length === 0) return;
    tables += 1;
    for (const { row, column } of lines.flat())
      placeOf.set(address(row, column), `表${tables}!${address(row - first, column)}`);
    parts.push(`<table border="1">${lines.map((line) => tableRow(line, lines.flat())).join('\n')}</table>`);
    lines = [];
  };

  for (const line of linesOf(sheet.cells)) {
    const [only] = line;
    const isTable =
      line.length > 1 || (line.length === 1 && only?.row !== 0 && only?.lastColumn !== undefined);
    if (isTable) lines.push(line);
    else {
      endTable();
      if (only) parts.push(only.row === 0 ? `<h1>${only.value}</h1>` : `<p>${only.value}</p>`);
    }
  }
  endTable();
  const html =
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>某市某局</title>' +
    '<style>td { border: 1px solid }</style><script>var visits = "<table>";</script></head>\n' +
    `<body><div class="nav"><a href="/">首页</a>&nbsp;&gt;&nbsp;政府信息公开</div>\n${parts.join('\n')}\n` +
    '<p>主办：某市某局</p></body></html>';
  return { html, placeOf };
}

/** The lines of a sheet from the first to the last, empty ones too. */
function linesOf(cells: readonly FixtureCell[]): FixtureCell[][] {
  const height = 1 + Math.max(...cells.map(({ row }) => row));
  return Array.from({ length: height }, (_, row) => cells.filter((cell) => cell.row === row));
}

/** A cell for each column up to the last filled one, but for those that merged areas cover. */
function tableRow(line: readonly FixtureCell[], all: readonly FixtureCell[]): string {
  const row = line[0]?.row ?? 0;
  const width = 1 + Math.max(...line.map(({ column, lastColumn = column }) => lastColumn));
  const fields = Array.from({ length: width }, (_, column) => {
    const cell = line.find((candidate) => candidate.column === column);
    if (!cell) return all.some((area) => covers(area, row, column)) ? '' : '<td></td>';
    const { lastColumn = column, lastRow = row, value } = cell;
    const spans =
      (lastColumn > column ? ` colspan="${lastColumn - column + 1}"` : '') +
      (lastRow > row ? ` rowspan="${lastRow - row + 1}"` : '');
    return `<td${spans}><p>${value ?? ''}</p></td>`;
  });
  return `<tr>${fields.join('')}</tr>`;
}

function covers(area: FixtureCell, row: number, column: number): boolean {
  const { row: top, column: left, lastRow = top, lastColumn = left } = area;
  return top <= row && row <= lastRow && left <= column && column <= lastColumn;
}
