import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../src/forms/form.js';
import { form2019 } from '../../src/forms/2019.js';
import { form2021 } from '../../src/forms/2021.js';
import { publicationIndex } from '../../src/exports/documents/publicationIndex.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { publishReport } from '../../src/filing/workflow/publishReport.js';
import { draftOf, shownValues, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { proseOf } from '../support/prose.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { sha256 } from '../../src/filing/sha256.js';

let service: TestServer;

/** Prose as it is read from a document of the form. */
function proseIn(form: Form) {
  const headings = form.sections.map(({ numeral, title }) => `${numeral}、${title}`);
  const sections = proseOf({}, {}, form).sections.map((section) => ({
    ...section,
    title: headings.find((heading) => heading.endsWith(section.title)) ?? section.title,
  }));
  return { sections, headings };
}

beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  await filing.register('LS01', '历山市林业局');
  await filing.importDrafts([
    draftOf(form2021, validValues(form2021), {
      year: 2024,
      agency: 'LS01',
      ...proseIn(form2021),
      datedOn: '2025-01-15',
    }),
    draftOf(form2019, validValues(form2019, 2), {
      year: 2020,
      agency: 'LS01',
      ...proseIn(form2019),
      datedOn: '2021-01-15',
    }),
  ]);
});
afterAll(() => service.close());

const bytesOf = async (path: string) => {
  const response = await fetch(service.address + path, {
    headers: { Authorization: `Bearer ${service.token}` },
  });
  expect([path, response.status]).toEqual([path, 200]);
  return { type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()) };
};

const documents = ['docx', 'pdf', 'html'];
const endings = [...documents, 'xlsx', 'csv', 'json'];

describe.each([
  ['2021', 2024, form2021, 1],
  ['2019', 2020, form2019, 2],
] as const)('a report of form %s', (_form, year, form, seed) => {
  test.each(endings)('as .%s, imported again, is unchanged', async (ending) => {
    const { bytes } = await bytesOf(`/reports/LS01/${year}.${ending}`);
    const answer = json(await service.upload([{ file: `历山市林业局${year}.${ending}`, bytes }]));
    expect(at(answer, 'files', 0, 'reports', 0, 'problems')).toEqual([]);
    expect(at(answer, 'files', 0)).toMatchObject({ status: 'UNCHANGED', version: 1 });
    const cells = at(answer, 'files', 0, 'reports', 0, 'cells');
    const read = Object.entries(cells as Record<string, { value: string | null }>);
    expect(Object.fromEntries(read.map(([key, { value }]) => [key, value]))).toEqual(
      shownValues(form, validValues(form, seed)),
    );
  });
});

/** A report whose （六） was one row: its three rows are blank, and their sums stand in the problem. */
test('the mixed form, in every format, imported again, is unchanged', async () => {
  const unsplit = Object.keys(shownValues(form2021, validValues(form2021))).filter((key) =>
    /^requests\.(?:supplementOverdue|feeOverdue|otherReasons)\./.test(key),
  );
  const blank = Object.fromEntries(unsplit.map((key) => [key, null]));
  const filing = filingIn(service.database);
  await filing.register('LS02', '历山市水利局');
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, validValues(form2021), blank), {
      ...{ year: 2024, agency: 'LS02' },
      ...proseIn(form2021),
    }),
  ]);
  for (const ending of endings) {
    const { bytes } = await bytesOf(`/reports/LS02/2024.${ending}`);
    const answer = json(await service.upload([{ file: `历山市水利局2024.${ending}`, bytes }]));
    expect([ending, at(answer, 'files', 0, 'status')]).toEqual([ending, 'UNCHANGED']);
  }
});

test('a draft says so, and the fragment is the page without what surrounds it', async () => {
  const page = await service.fetch('/reports/LS01/2024.html');
  const fragment = await service.fetch('/reports/LS01/2024.html?fragment=true');
  expect(page.text).toContain('草稿（第1版，未发布）');
  expect(page.text).toContain(fragment.text);
  expect(fragment.text).not.toContain('<html');
  expect(page.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
});

test('what is not there is refused with its code', async () => {
  const unknown = await service.fetch('/reports/LS01/2024.html?publication=1');
  expect(unknown.status).toBe(404);
  expect(json(unknown)).toMatchObject({ code: 'PUBLICATION_UNKNOWN' });
  expect(json(await service.fetch('/reports/LS01/2024.odt'))).toMatchObject({ code: 'NOT_FOUND' });
  expect(json(await service.fetch('/reports/LS01/2024.pdf?publication=0'))).toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

test('a publication carries its number, day and digest, and stays as it was when the report is corrected', async () => {
  const step = { agency: 'LS01', year: 2024, expectedVersion: 1 };
  await service.database.transaction((manager) => submitReport(manager, actor, step));
  await service.database.transaction((manager) =>
    takeStep(manager, actor, { request: { ...step, reason: '同意' }, name: 'accept' }),
  );
  const day = new Date('2025-01-20T02:00:00Z');
  await service.database.transaction((manager) =>
    publishReport(manager, actor, { ...step, reason: null }, day),
  );
  const { bytes } = await bytesOf('/reports/LS01/2024.json');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const published = (await service.fetch('/reports/LS01/2024.html')).text;
  expect(published).toContain(`第1次发布，2025年1月20日，摘要 ${digest}`);

  await service.database.transaction((manager) =>
    takeStep(manager, actor, { request: { ...step, reason: '有误' }, name: 'reopen' }),
  );
  for (const ending of documents) {
    const { bytes } = await bytesOf(`/reports/LS01/2024.${ending}?publication=1`);
    const answer = json(await service.upload([{ file: `历山市林业局2024.${ending}`, bytes }]));
    expect([ending, at(answer, 'files', 0, 'status')]).toEqual([ending, 'UNCHANGED']);
  }
  await filingIn(service.database).correct({
    ...step,
    changes: [{ key: 'licensing.licensing.decisions', value: '7654321' }],
  });
  const now = (await service.fetch('/reports/LS01/2024.html')).text;
  expect(now).toContain('草稿（第2版，未发布）');
  expect(now).toContain('7654321');
  expect((await service.fetch('/reports/LS01/2024.html?publication=1')).text).toBe(published);
});

test('a character that the font cannot draw is named instead of vanishing from the PDF', async () => {
  await service.database.query(`UPDATE agency SET name = '历山市𪚥局' WHERE code = 'LS01'`);
  const answer = await service.fetch('/reports/LS01/2024.pdf');
  expect(json(answer)).toMatchObject({ code: 'FONT_LACKS' });
  expect(answer.text).toContain('𪚥');
  expect((await service.fetch('/reports/LS01/2024.html')).text).toContain('𪚥');
});

test('the page of a folder for a website links every file with its digest', () => {
  const digest = sha256('x');
  const page = publicationIndex({ title: '某局<2024>', standing: '第1次发布' }, [
    { name: '2024.pdf', words: 'PDF', sha256: digest, bytes: 2049 },
  ]);
  expect(page).toContain(`<a href="2024.pdf">PDF</a></td><td>3 KB</td><td>${digest}</td>`);
  expect(page).toContain('某局&lt;2024&gt;');
});
