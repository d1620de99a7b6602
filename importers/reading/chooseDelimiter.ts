import type { Delimiter } from './delimited.js';

/** Enough lines to tell a table from prose. */
const sampleLines = 2_000;
/** A cell with more line breaks than this is no cell of a report. */
const longestRecord = 30;

/** What programs, and people who know no better, part fields by; of two that part as many rows, the first. */
export const delimiters = [',', ';', '|', '^', '~', '#', '，', '；', '｜', '、'] as const;

/** A sign, digits, separators: a filled-in figure; or nothing: a figure left blank. */
const figureOrBlank = /^"?([+-]?\d[\d.]*)?"?$/;

/**
 * How the fields of a text file are separated; null for a text that is no table, such as a published
 * report saved as text, in which tables with tabs stand between prose.
 */
export function chooseDelimiter(text: string, fileName: string): Delimiter | null {
  const lines = recordsIn(text).filter((line) => line.trim() !== '');
  const isNamedTable = /\.(csv|tsv)$/i.test(fileName);
  const tabbed = lines.filter((line) => line.includes('\t'));
  const tabs = tabbed.length > 0;
  const rowsBy = (delimiter: Delimiter) => lines.filter((line) => isRow(line, delimiter)).length;
  const best = delimiters
    .map((delimiter) => ({ delimiter, rows: rowsBy(delimiter) }))
    .reduce((one, other) => (other.rows > one.rows ? other : one));
  // A tab before a number keeps a spreadsheet program from changing it: it separates nothing.
  const tabRows = isNamedTable ? rowsBy('\t') : tabbed.length;
  const areFields = tabbed.length * 2 > lines.length && tabRows >= best.rows;
  if (tabs && (isNamedTable ? areFields : haveEqualFields(lines))) return '\t';
  const isTable = best.rows >= 2 && best.rows * 3 >= lines.length && best.rows > tabRows;
  if (isTable || (isNamedTable && !tabs)) return best.delimiter;
  return isNamedTable ? '\t' : null;
}

/** A quoted field may run over line ends; a quote that is never closed must not swallow the text. */
function recordsIn(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/, sampleLines);
  const records: string[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (hasOpenQuote(lines.slice(at, end)) && end < lines.length && end - at < longestRecord) end++;
    if (hasOpenQuote(lines.slice(at, end))) end = at + 1;
    records.push(lines.slice(at, end).join(' '));
    at = end;
  }
  return records;
}

function hasOpenQuote(lines: readonly string[]): boolean {
  return lines.reduce((quotes, line) => quotes + (line.match(/"/g)?.length ?? 0), 0) % 2 === 1;
}

function haveEqualFields(lines: readonly string[]): boolean {
  const fields = lines.map((line) => line.replace(/"[^"]*"/g, '').split('\t').length);
  return fields.every((count) => count === fields[0]) && (fields[0] ?? 0) >= 2;
}

/** 1,234 5,678: the commas group digits, and spaces separate the figures. */
const groupedFigures = /\d,\d{3} +[+-]?\d/;

/** A line of a table: at least two figures or blanks to fill in, side by side with something. */
function isRow(line: string, delimiter: Delimiter): boolean {
  if (delimiter === ',' && groupedFigures.test(line)) return false;
  const fields = line.split(delimiter);
  return fields.length >= 3 && fields.filter((field) => figureOrBlank.test(field.trim())).length >= 2;
}
