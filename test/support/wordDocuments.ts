import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PrintedReport } from '../fixtures/documents/printedReport.js';

const writer = new URL('../fixtures/documents/writeDocument.py', import.meta.url).pathname;

/** How a document looks: page and margins in millimetres, font, sizes in points, shares of column widths. */
export interface Look {
  readonly page?: readonly [number, number];
  readonly margin?: number;
  readonly top?: number;
  readonly font?: string;
  readonly body?: number;
  readonly size?: number;
  readonly upright?: boolean;
  readonly repeat?: boolean;
  readonly shares?: Readonly<Record<string, readonly number[]>>;
}

/** Writes reports with python-docx, each as NAME.docx into the folder. */
export async function writeWordDocuments(
  folder: string,
  reports: readonly (PrintedReport & { readonly look?: Look })[],
): Promise<void> {
  const python = spawn('/usr/bin/python3', [writer, folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  python.stdin.end(JSON.stringify(reports));
  const [code] = (await once(python, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the writer of Word documents ended with ${code}`);
}

/** Saves documents in another format with LibreOffice, beside each other in a new folder. */
export async function convertDocuments(
  files: readonly string[],
  filter: string,
  into: string,
): Promise<void> {
  await mkdir(into, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'nianbao-profile-'));
  try {
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        into,
        ...files,
      ],
      { timeout: 550_000 },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
