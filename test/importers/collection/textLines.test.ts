import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLines } from '../../../importers/collection/textLines.js';
import { limits } from '../../../importers/files/limits.js';

const header = { layout: 'wide', columns: {}, columnOfKey: new Map(), faulty: new Map() } as const;
const table = {
  encoding: 'utf-8',
  delimiter: ',',
  header: { ...header, width: 0, problems: [] },
  headerRow: 0,
} as const;

test('lines of a text without quotes are the records of csv-parse', () => {
  // Long enough that pieces end in the middle of lines and of line ends.
  const part = fc.constantFrom('\r\n', '\n', '\r', ',', ' ', '甲', '1', 'x'.repeat(13_000), '\r\n\r\n');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const lines = [...textLines(Buffer.from(text), table, limits.collection)].flatMap(({ lines }) => lines);
      const records: string[][] = parse(text, {
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
      });
      expect(lines.map((line) => line.split(','))).toEqual(records);
    }),
  );
});
