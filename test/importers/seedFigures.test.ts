import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { checkFile } from '../../src/filing/judging/checkDocument.js';

const folder = new URL('../fixtures/seeds/', import.meta.url);

interface Answer {
  readonly form: string;
  readonly year: number | null;
  readonly values: Readonly<Record<string, string | null>>;
  readonly problems: readonly (readonly [code: string, cell: string | null])[];
  readonly findings: readonly (readonly [rule: string, severity: string])[];
  readonly repairs: unknown;
}

/** What `check --json` said of five published reports before any of the traits of other files were known. */
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Answer>;

test.each(Object.entries(expected))(
  '%s: every figure, problem and finding is as it was',
  async (name, answer) => {
    const draft = await readFile(readFileSync(new URL(name, folder)), name, { blanksAreZero: false });
    const { reports } = checkFile(name, draft);
    expect(reports).toHaveLength(1);
    const { form, year, cells, problems, findings, repairs } = reports[0]!;
    expect({
      form,
      year,
      values: Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value])),
      problems: problems.map(({ code, cell }) => [code, cell ?? null]),
      findings: findings.map(({ rule, severity }) => [rule, severity]),
      repairs: repairs.map(({ changes }) => changes),
    }).toEqual(answer);
  },
);
