import { readFileSync } from 'node:fs';
import { readdir, readFile as readBytes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { cellsOf } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import type { ExpectedCell, Fixture, Writer } from '../fixtures/layouts/fixture.js';
import { describeFixtures } from '../fixtures/layouts/describe.js';
import { distinctValues } from '../fixtures/layouts/distinctValues.js';
import { printFixtures } from '../fixtures/layouts/print.js';

const folder = join(import.meta.dirname, '../fixtures/layouts');
const fixtures = JSON.parse(readFileSync(join(folder, 'layouts.json'), 'utf8')) as Fixture[];
const textEndings = ['utf8.csv', 'gb18030.csv', 'utf16.txt'];

interface File {
  readonly path: string;
  readonly writer: Writer;
  readonly fixture: Fixture;
}

const files = fixtures.flatMap((fixture) =>
  fixture.writers.flatMap((writer) =>
    endingsOf(fixture, writer).map((ending): File => ({
      path: `${writer}/${fixture.form}-${fixture.layout}.${ending}`,
      writer,
      fixture,
    })),
  ),
);

/** Lines that end early cannot be told from prose in a text that is not named .csv. */
function endingsOf({ sheets }: Fixture, writer: Writer): string[] {
  if (writer !== 'text') return ['xlsx'];
  return textEndings.filter((ending) => ending.endsWith('csv') || !sheets.some(({ linesEnd }) => linesEnd));
}

describe('the descriptions', () => {
  test('are those of the forms; otherwise run test/fixtures/makeLayouts.sh', () => {
    expect(printFixtures(describeFixtures())).toBe(readFileSync(join(folder, 'layouts.json'), 'utf8'));
  });

  test.each(forms)('give every cell of form $id a number of its own', (form) => {
    const values = [...distinctValues(form).values()];
    expect(new Set(values).size).toBe(cellsOf(form).length);
    expect(values).not.toContain('0');
    expect(values.some((value) => Number(value) > 2 ** 31)).toBe(true);
  });

  test('are written to exactly these files', async () => {
    const written = await Promise.all(
      ['exceljs', 'openpyxl', 'libreoffice', 'text'].map(async (writer) =>
        (await readdir(join(folder, writer))).map((name) => `${writer}/${name}`),
      ),
    );
    expect(written.flat().sort()).toEqual(files.map(({ path }) => path).sort());
  });
});

describe('every cell is read exactly, with its address', () => {
  test.each(files)('$path', async ({ path, writer, fixture }) => {
    const bytes = await readBytes(join(folder, path));
    const { reports, problems } = await readFile(bytes, path, { blanksAreZero: false });
    expect(reports).toHaveLength(1);
    const [report] = reports;
    if (!report) return;
    const codes = [...problems, ...report.problems].map(({ code }) => code);
    expect({
      form: report.form,
      year: report.year,
      agency: report.agency,
      problems: [...new Set(codes)].sort(),
    }).toEqual({
      form: fixture.form,
      year: fixture.year,
      agency: fixture.agency,
      problems: fixture.problems,
    });
    expect(report.cells).toEqual(expected(fixture, writer));
  });
});

/** A text has no sheets: its addresses are without a sheet name. */
function expected({ form: id, cells }: Fixture, writer: Writer): Record<string, ExpectedCell> {
  if (writer !== 'text') return { ...cells };
  const form = formById(id);
  return Object.fromEntries(
    (form ? cellsOf(form) : []).map(({ key }) => {
      const cell = cells[key] ?? { value: null, raw: null, at: null };
      return [key, { ...cell, at: cell.at?.replace(/^.*!/, '') ?? null }];
    }),
  );
}
