import { blankLedger } from '../../exports/ledger/blankLedger.js';
import { formOfLedger } from '../../filing/ledger/askedLedger.js';
import { Refusal } from '../../filing/refusal.js';
import { lastYearIn } from '../../season/chinaDay.js';

/** A workbook to keep the ledger of a year in; of this year when none is asked for. */
export async function emptyLedger(given: unknown): Promise<{ year: number; workbook: Buffer }> {
  if (given !== undefined && (typeof given !== 'string' || !/^\d{4}$/.test(given)))
    throw new Refusal('INVALID_REQUEST', 'year 应为四位数的年份，例如 2025。', ['year']);
  const year = given === undefined ? lastYearIn(new Date()) + 1 : Number(given);
  return { year, workbook: await blankLedger(formOfLedger({ year, form: null }), { year }) };
}
