import { readFile } from 'node:fs/promises';
import type { AgencyToImport } from '../filing/agencies/importAgencies.js';
import { readAgencies } from '../filing/agencies/readAgencies.js';
import { Refusal } from '../filing/refusal.js';
import { Failure } from './Failure.js';

/** The agencies in a CSV or workbook on this machine; what is wrong with it is said with its name. */
export async function readAgencyFile(path: string): Promise<AgencyToImport[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return await readAgencies(bytes, path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Failure(error.all.map(({ message }) => `${path}：${message}`).join('\n'));
  }
}
