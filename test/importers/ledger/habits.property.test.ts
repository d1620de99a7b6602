import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFile } from '../../../importers/worker/readFile.js';
import { limits } from '../../../importers/files/limits.js';
import { noWordsConfirmed } from '../../../importers/ledger/words/confirmedWords.js';
import { judgeLedger } from '../../../src/filing/ledger/ledgerDocument.js';
import { forms } from '../../../src/forms/index.js';
import { calendarYears } from '../../../src/ledger/calendars/calendarYears.js';
import { countCells } from '../../../src/ledger/countCells.js';
import { workingDays } from '../../../src/ledger/workingDays.js';
import { casesOfYear } from '../../support/ledger.js';
import { habits, ledgerFile } from '../../support/ledgerHabits.js';

const numRuns = Number(process.env['NIANBAO_RUNS'] ?? 50);
const calendar = workingDays(calendarYears(null));

test.each(forms.map((form) => [form.id, form] as const))(
  'a ledger in any habit counts to the cells its cases were made for: form %s',
  async (_id, form) => {
    const year = form.firstYear;
    await fc.assert(
      fc.asyncProperty(casesOfYear(year, 25), habits, async (cases, habit) => {
        const { bytes, fileName } = ledgerFile(cases, habit, year);
        const draft = await readFile(
          bytes,
          fileName,
          {
            blanksAreZero: false,
            layout: 'ledger',
            ledger: { year, form: form.id, words: noWordsConfirmed },
          },
          limits.ledger,
        );
        const { document } = judgeLedger(fileName, draft, { year, form, calendar, today: '2026-11-01' });
        const errors = document.problems.filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
        const counted = Object.entries(document.cells).filter(([, count]) => count !== '0');
        const made = [...countCells(form, cases, year)].filter(([, count]) => count > 0);
        expect(counted).toEqual(made.map(([key, count]) => [key, String(count)]));
        expect(document.cases).toBe(cases.length);
        expect(JSON.stringify(document)).not.toMatch(/某某某|13900001111|征收批复/);
      }),
      { numRuns },
    );
  },
);
