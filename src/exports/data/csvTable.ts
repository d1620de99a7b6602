import { csvField } from './exportCsv.js';

/** A table of texts as CSV, line by line: UTF-8 with a byte order mark. No text is ever run as a formula. */
export async function* csvTable(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let lead = '\uFEFF';
  for await (const fields of rows) {
    yield `${lead}${fields.map((field) => csvField(field, false)).join(',')}\r\n`;
    lead = '';
  }
}
