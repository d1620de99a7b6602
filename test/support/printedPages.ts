import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { PrintedCell } from '../fixtures/documents/printedReport.js';
import { executable } from './browser.js';
import type { LookedReport } from './looks.js';

/** Prints reports as PDF with Chromium, each in its own look. */
export async function printPages(reports: readonly LookedReport[]): Promise<Uint8Array[]> {
  const profile = await mkdtemp(join(tmpdir(), 'nianbao-printing-'));
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir: profile,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  try {
    const page = await browser.newPage();
    const printed: Uint8Array[] = [];
    for (const report of reports) {
      await page.setContent(pageOf(report));
      printed.push(await page.pdf({ preferCSSPageSize: true, tagged: false }));
    }
    return printed;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

function pageOf({ parts, look }: LookedReport): string {
  const [width, height] = look.page ?? [210, 297];
  const style = `
    @page { size: ${width}mm ${height}mm; margin: ${look.top}mm ${look.margin}mm }
    body { margin: 0; font: ${look.body}pt '${look.font}', serif }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: ${look.size}pt }
    td { border: 1px solid; padding: 1px 2px; overflow-wrap: anywhere }
    .upright { writing-mode: vertical-rl }
    ${look.repeat ? '' : 'thead { display: table-row-group }'}`;
  const body = parts.map((part) => {
    if ('table' in part) return tableOf(part, look);
    const [[kind, text] = ['', '']] = Object.entries(part);
    return kind === 'title' ? `<h1>${text}</h1>` : `<p>${text}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${body.join('')}`;
}

function tableOf(
  { table, columns }: { readonly table: readonly (readonly PrintedCell[])[]; readonly columns: number },
  look: LookedReport['look'],
): string {
  const shares = look.shares?.[columns] ?? Array.from({ length: columns }, () => 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => `<col style="width: ${(100 * share) / all}%">`).join('');
  const rows = table.map(
    (row) => `<tr>${row.map((cell) => cellOf(cell, look.upright === true)).join('')}</tr>`,
  );
  const heads = Math.max(...(table[0] ?? []).map(({ rows: reach = 1 }) => reach));
  return `<table><colgroup>${widths}</colgroup><thead>${rows.slice(0, heads).join('')}</thead><tbody>${rows.slice(heads).join('')}</tbody></table>`;
}

function cellOf({ text, columns = 1, rows = 1, upright }: PrintedCell, areUpright: boolean): string {
  const turned = upright && areUpright ? ' class="upright"' : '';
  return `<td colspan="${columns}" rowspan="${rows}"${turned}>${text}</td>`;
}
