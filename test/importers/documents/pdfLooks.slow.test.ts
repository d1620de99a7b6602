import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookedReports, type LookedReport } from '../../support/looks.js';
import { wholeReports } from '../../support/readDocuments.js';
import { readLooks } from '../../support/readLooks.js';
import { convertDocuments, writeWordDocuments } from '../../support/wordDocuments.js';

/** `PDF_LOOKS=500 PDF_SEED=7` reads more of them. */
const count = Number(process.env['PDF_LOOKS'] ?? 20);
const seed = Number(process.env['PDF_SEED'] ?? 1);
const atOnce = 50;
// LibreOffice writes one in a second, and in half a minute on a machine that is busy with others.
const longest = 60_000 + 30_000 * count;

let folder: string;
let reports: readonly LookedReport[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-looks-'));
  reports = lookedReports(wholeReports, count, seed);
  await writeWordDocuments(folder, reports);
  for (let first = 0; first < reports.length; first += atOnce) {
    const files = reports.slice(first, first + atOnce).map(({ name }) => join(folder, `${name}.docx`));
    await convertDocuments(files, 'pdf', folder);
  }
}, longest);

afterAll(() => rm(folder, { recursive: true, force: true }));

test(
  'whatever a PDF looks like, a number is right, or it is told that it was not read',
  async () => {
    const bytesOf = ({ name }: LookedReport) => readFile(join(folder, `${name}.pdf`));
    const { right, all, faults } = await readLooks(reports, bytesOf);
    console.log(`${right} of ${all} numbers of ${count} PDFs are read; of the others it is told`);
    expect(faults).toEqual([]);
    expect(right / all).toBeGreaterThan(0.95);
  },
  longest,
);
