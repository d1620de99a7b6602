import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile as readBytes, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { noWordsConfirmed, type ConfirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import { readFile } from '../../../importers/worker/readFile.js';
import { judgeLedger } from '../../../src/filing/ledger/ledgerDocument.js';
import { formForYear } from '../../../src/forms/index.js';
import { calendarYears } from '../../../src/ledger/calendars/calendarYears.js';
import { workingDays } from '../../../src/ledger/workingDays.js';

/** What a counter that is not ours counts in a ledger, and what has to be said of it. */
interface Expected {
  readonly file: string;
  readonly year: number;
  readonly cells: Readonly<Record<string, number>>;
  readonly words: Partial<ConfirmedWords> | null;
  readonly codes: readonly string[];
}

const python = '/usr/bin/python3';
const run = promisify(execFile);
const hasPython =
  existsSync(python) &&
  (await run(python, ['-c', 'import openpyxl, xlwt, odf, docx']).then(
    () => true,
    () => false,
  ));
/** Names, telephones and the like that the script writes into columns which are not kept. */
const personal = /欧阳某某|13900007777|11010119900307888|某路99号|批复全文/;

let folder = '';
let expected: readonly Expected[] = [];

describe.skipIf(!hasPython)(
  'ledgers of odd habits, written and counted by a program that is not ours',
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'nianbao-odd-ledgers-'));
      await run(python, [new URL('../../support/oddLedgers.py', import.meta.url).pathname, folder]);
      expected = JSON.parse(await readBytes(join(folder, 'expected.json'), 'utf8')) as Expected[];
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('each counts to the same cells, or says why not', async () => {
      expect(expected.length).toBeGreaterThanOrEqual(59);
      for (const { file, year, cells, words, codes } of expected) {
        const form = formForYear(year)!;
        const ledger = { year, form: form.id, words: { ...noWordsConfirmed, ...words } };
        const bytes = await readBytes(join(folder, file));
        const options = { blanksAreZero: false, layout: 'ledger', ledger } as const;
        const draft = await readFile(bytes, file, options, limits.ledger);
        const { document } = judgeLedger(file, draft, {
          ...{ year, form, today: '2026-11-01' },
          calendar: workingDays(calendarYears(null)),
        });
        const counted = Object.entries(document.cells).filter(([, count]) => count !== '0');
        expect(Object.fromEntries(counted.map(([cell, count]) => [cell, Number(count)])), file).toEqual(
          cells,
        );
        const errors = document.problems.filter(({ severity }) => severity === 'error');
        expect([...new Set(errors.map(({ code }) => code))].filter((code) => !codes.includes(code))).toEqual(
          [],
        );
        expect(
          document.problems.map(({ code }) => code),
          file,
        ).toEqual(expect.arrayContaining([...codes]));
        expect(JSON.stringify(document), file).not.toMatch(personal);
      }
    });
  },
);
