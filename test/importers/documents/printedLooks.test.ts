import { beforeAll, expect, test } from 'vitest';
import { skipReason } from '../../support/browser.js';
import { lookedReports, type LookedReport } from '../../support/looks.js';
import { printPages } from '../../support/printedPages.js';
import { readLooks } from '../../support/readLooks.js';
import { wholeReports } from '../../support/readDocuments.js';

/** `PDF_LOOKS=500 PDF_SEED=7` prints and reads more of them. */
const count = Number(process.env['PDF_LOOKS'] ?? 20);
const seed = Number(process.env['PDF_SEED'] ?? 1);
const longest = 60_000 + 5_000 * count;

let reports: readonly LookedReport[];
let printed: readonly Uint8Array[];

beforeAll(async () => {
  reports = lookedReports(wholeReports, count, seed);
  printed = skipReason === null ? await printPages(reports) : [];
}, longest);

test.skipIf(skipReason !== null)(
  'however Chromium prints a report, a number is right, or it is told that it was not read',
  async () => {
    const { right, all, faults } = await readLooks(reports, (_, index) => printed[index] ?? Buffer.of());
    console.log(`${right} of ${all} numbers of ${count} PDFs are read; of the others it is told`);
    expect(faults).toEqual([]);
    expect(right / all).toBeGreaterThan(0.95);
  },
  longest,
);
