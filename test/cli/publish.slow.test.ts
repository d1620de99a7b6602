import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDraft } from '../../importers/draft/draft.js';
import { openDatabase } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { publishReport } from '../../src/filing/workflow/publishReport.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { form2021 } from '../../src/forms/2021.js';
import { nianbao } from '../support/commandLine.js';
import { draftOf, shownValues, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { proseOf } from '../support/prose.js';

let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-publish-'));
  environment = { NIANBAO_DATA: join(folder, 'data') };
  const database = await openDatabase({ folder: join(folder, 'data') });
  await migrate(database);
  const filing = filingIn(database);
  await filing.register('LS01', '历山市林业局');
  await filing.register('LS02', '历山市水利局');
  const headings = form2021.sections.map(({ numeral, title }) => `${numeral}、${title}`);
  const sections = proseOf({}, {}, form2021).sections.map((section) => ({
    ...section,
    title: headings.find((heading) => heading.endsWith(section.title)) ?? section.title,
  }));
  await filing.importDrafts(
    ['LS01', 'LS02'].map((agency, index) =>
      draftOf(form2021, validValues(form2021, index + 1), {
        year: 2024,
        agency,
        sections,
        headings,
        datedOn: '2025-01-15',
      }),
    ),
  );
  const step = { agency: 'LS01', year: 2024, expectedVersion: 1 };
  await database.transaction((manager) => submitReport(manager, actor, step));
  await database.transaction((manager) =>
    takeStep(manager, actor, { request: { ...step, reason: '同意' }, name: 'accept' }),
  );
  await database.transaction((manager) =>
    publishReport(manager, actor, { ...step, reason: null }, new Date('2025-01-20T02:00:00Z')),
  );
  await database.destroy();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a publication is written for a website in every form, and each of them read back is the report', async () => {
  const site = join(folder, '网站');
  const written = await nianbao(['publish', 'LS01', '2024', site], environment);
  expect(written).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('index.html') });
  const forms = ['csv', 'docx', 'html', 'json', 'pdf', 'xlsx'].map((ending) => `2024.${ending}`);
  expect((await readdir(site)).sort()).toEqual([...forms, 'index.html']);

  const index = await readFile(join(site, 'index.html'), 'utf8');
  expect(index).toContain('第1次发布，2025年1月20日');
  for (const name of forms) {
    const digest = createHash('sha256')
      .update(await readFile(join(site, name)))
      .digest('hex');
    expect(index).toContain(`<a href="${name}">`);
    expect(index).toContain(digest);
  }

  const { stdout } = await nianbao(['check', '--json', ...forms.map((name) => join(site, name))]);
  const read = stdout
    .trim()
    .split('\n')
    .map((line): { problems: unknown[]; reports: ReportDraft[] } => JSON.parse(line));
  expect(read).toHaveLength(forms.length);
  for (const { problems, reports } of read) {
    expect([problems, reports[0]?.problems, reports[0]?.year]).toEqual([[], [], 2024]);
    const values = Object.entries(reports[0]?.cells ?? {}).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(shownValues(form2021, validValues(form2021, 1)));
  }
}, 120_000);

test('a draft is not written, and neither is what is not there', async () => {
  const site = join(folder, '草稿');
  const draft = await nianbao(['publish', 'LS02', '2024', site], environment);
  expect(draft.code).not.toBe(0);
  expect(draft.stderr).toContain('现在是草稿');
  const unknown = await nianbao(['publish', 'LS02', '2023', site], environment);
  expect(unknown.code).not.toBe(0);
  expect(unknown.stderr).toContain('没有机关');
  await expect(readdir(site)).rejects.toThrow('ENOENT');
}, 60_000);
