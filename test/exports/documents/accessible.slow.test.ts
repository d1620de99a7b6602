import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentPage } from '../../../src/exports/documents/documentHtml.js';
import { plotBlock } from '../../../src/exports/documents/plot.js';
import { printDocument, type Standing } from '../../../src/exports/documents/printedDocument.js';
import { printedReports } from '../../fixtures/documents/printedReport.js';
import { skipReason, startBrowser, type TestBrowser } from '../../support/browser.js';
import { sha256 } from '../../../src/filing/sha256.js';
import { exportedReport } from '../../support/exportedReports.js';

if (skipReason) console.warn(skipReason);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: TestBrowser;
let server: Server;

const standings: readonly Standing[] = [
  { kind: 'draft', version: 2 },
  { kind: 'publication', number: 1, day: '2025-01-20', digest: sha256('x') },
];

const pages = printedReports.flatMap((printed) =>
  standings.map((standing) => {
    const document = printDocument(exportedReport(printed), standing);
    const plot = plotBlock('办理结果', ['予以公开', '不予公开'], [{ name: '总计', values: [3, null] }]);
    return [
      `${printed.name}, ${standing.kind}`,
      documentPage({ ...document, blocks: [...document.blocks, plot] }),
    ] as const;
  }),
);

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pages[Number((request.url ?? '').slice(1))]?.[1] ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  if (!skipReason) browser = await startBrowser(`http://127.0.0.1:${address.port}`);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server.close();
});

test.skipIf(skipReason).each(pages)(
  'axe finds no fault in the printed page of %s',
  async (name) => {
    const page = await browser.open(`/${pages.findIndex(([each]) => each === name)}`);
    await page.evaluate(axe);
    const found: unknown = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  }).then(({ passes, violations }) => ({
    passed: passes.length,
    faults: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))),
  }))`);
    expect(found).toMatchObject({ faults: [] });
    expect((found as { passed: number }).passed).toBeGreaterThan(5);
    await page.close();
  },
  60_000,
);
