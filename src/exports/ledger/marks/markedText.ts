import iconv from 'iconv-lite';
import { severityWords } from '../../../checks/severityWords.js';
import type { Encoding } from '../../../../importers/draft/draft.js';
import type { Mark } from './Mark.js';

/** A delimited text with what is wrong behind each line it is wrong in; every other byte stays. */
export function markedText(bytes: Buffer, encoding: Encoding, marks: readonly Mark[]): Buffer {
  const name = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  const text = iconv.decode(bytes, name, { stripBOM: false });
  const delimiter = delimiterOf(text);
  const byLine = new Map<number, string[]>();
  for (const { at, severity, message } of marks) {
    const row = Number(/\d+$/.exec(at ?? '')?.[0] ?? 0);
    byLine.set(row, [...(byLine.get(row) ?? []), `${severityWords[severity]}：${at ?? ''} ${message}`]);
  }
  let marked = '';
  recordsOf(text).forEach(([content, end], index) => {
    const said = byLine.get(index + 1);
    marked += content + (said ? delimiter + quoted(said.join('　')) : '') + end;
  });
  return iconv.encode(marked, name);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The records of a text, each with its line break; a quoted line break is none. */
function recordsOf(text: string): [content: string, end: string][] {
  const records: [string, string][] = [];
  let from = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || (character !== '\n' && character !== '\r')) continue;
    const end = character === '\r' && text[index + 1] === '\n' ? '\r\n' : character;
    records.push([text.slice(from, index), end]);
    index += end.length - 1;
    from = index + 1;
  }
  if (from < text.length) records.push([text.slice(from), '']);
  return records;
}

/** The sign that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 4_000);
  const count = (sign: string) => first.split(sign).length;
  return [',', '\t', ';', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
