import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile as readBytes, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { noWordsConfirmed } from '../../../importers/ledger/words/confirmedWords.js';
import { readFile } from '../../../importers/worker/readFile.js';
import { judgeLedger } from '../../../src/filing/ledger/ledgerDocument.js';
import { formById } from '../../../src/forms/index.js';
import { calendarYears } from '../../../src/ledger/calendars/calendarYears.js';
import { countCells } from '../../../src/ledger/countCells.js';
import { workingDays } from '../../../src/ledger/workingDays.js';
import { applicants, ledgerCase } from '../../support/ledger.js';
import { hasOffice, savedByOffice } from '../../support/office.js';
import { dayOfUtc } from '../../../src/season/chinaDay.js';

const python = '/usr/bin/python3';
const run = promisify(execFile);
const hasPython =
  existsSync(python) &&
  (await run(python, ['-c', 'import openpyxl, xlwt, odf, docx']).then(
    () => true,
    () => false,
  ));
const form = formById('2021')!;
const outcomes = [
  'disclosed',
  'partiallyDisclosed',
  'notHeld',
  'repeatedRequest',
  'stateSecret',
  'otherReasons',
];
const cases = Array.from({ length: 60 }, (_, index) => {
  const received = dayOfUtc(new Date(Date.UTC(2024, 0, 2 + index * 6)));
  const answered = dayOfUtc(new Date(Date.UTC(2024, 0, 14 + index * 6)));
  const isOpen = index % 13 === 12 || answered > '2024-12-31';
  return ledgerCase({
    number: `依〔2024〕${index + 1}号`,
    applicant: applicants[index % applicants.length]!,
    received: index === 5 ? '2023-12-20' : received,
    answered: isOpen ? null : answered,
    outcome: isOpen ? null : outcomes[index % outcomes.length]!,
  });
});

let folder = '';
let names: string[] = [];

describe.skipIf(!hasPython)('ten ledgers of different habits, written by other programs', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-ledgers-'));
    await writeFile(join(folder, 'cases.json'), JSON.stringify(cases));
    const script = new URL('../../support/tenLedgers.py', import.meta.url).pathname;
    await run(python, [script, folder, join(folder, 'cases.json')]);
    if (hasOffice) {
      const bytes = await savedByOffice(await readBytes(join(folder, '10.xlsx')), 'ods');
      await writeFile(join(folder, '10.ods'), bytes);
    }
    names = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('each counts to every cell of the same table, and holds nothing of who asked', async () => {
    expect(names.length).toBeGreaterThanOrEqual(10);
    const made = Object.fromEntries([...countCells(form, cases, 2024)].map(([key, n]) => [key, String(n)]));
    for (const name of names) {
      const ledger = { year: 2024, form: form.id, words: noWordsConfirmed };
      const draft = await readFile(
        await readBytes(join(folder, name)),
        name,
        { blanksAreZero: false, layout: 'ledger', ledger },
        limits.ledger,
      );
      const { document } = judgeLedger(name, draft, {
        ...{ year: 2024, form, calendar: workingDays(calendarYears(null)) },
        today: '2025-01-31',
      });
      const errors = document.problems.filter(({ severity }) => severity === 'error');
      expect([name, errors]).toEqual([name, []]);
      expect([name, document.cells]).toEqual([name, made]);
      const carried = cases.filter(({ answered }) => answered === null).map(({ number }) => number);
      expect([...document.carriedForward].sort()).toEqual(carried.sort());
      expect(JSON.stringify(document)).not.toMatch(/赵某人|13800001111|11010119900307888X/);
    }
  });
});
