import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const program = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

/** Tests that need LibreOffice are left out where it is not installed. */
export const hasOffice = program !== undefined;

/** Where the default depends on the language of the machine. */
const filters: Readonly<Record<string, string>> = { csv: 'csv:Text - txt - csv (StarCalc):44,34,76' };

/** What LibreOffice makes of a workbook when a person opens it and saves it in another format. */
export async function savedByOffice(bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  if (program === undefined) throw new Error('LibreOffice is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-office-'));
  try {
    await writeFile(join(folder, 'given.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const target = ['--convert-to', filters[extension] ?? extension, '--outdir', join(folder, 'saved')];
    await promisify(execFile)(program, [profile, '--headless', ...target, join(folder, 'given.xlsx')]);
    return await readFile(join(folder, 'saved', `given.${extension}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
