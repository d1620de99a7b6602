import { entriesOf } from '../../src/cells.js';
import { readDocumentFile } from './readDocuments.js';
import type { LookedReport } from './looks.js';

/** What came of reading PDFs of all looks: how many numbers are right, and which are neither right nor told. */
export interface ReadLooks {
  readonly right: number;
  readonly all: number;
  readonly faults: readonly string[];
}

/** Reads each of them: a number is right, or missing where an error says so. */
export async function readLooks(
  reports: readonly LookedReport[],
  bytesOf: (report: LookedReport, index: number) => Uint8Array | Promise<Uint8Array>,
): Promise<ReadLooks> {
  let right = 0;
  let all = 0;
  const faults: string[] = [];
  for (const [index, printed] of reports.entries()) {
    const { reports: read, problems } = await readDocumentFile(await bytesOf(printed, index), '年报.pdf');
    const [report] = read;
    const isTold = [...problems, ...(report?.problems ?? [])].some(({ severity }) => severity === 'error');
    for (const [key, value] of entriesOf(printed.cells)) {
      const found = report?.cells[key]?.value ?? null;
      all += 1;
      if (found === value) right += 1;
      else if (found !== null || !isTold)
        faults.push(`${printed.name} ${key}: ${found} instead of ${value} ${JSON.stringify(printed.look)}`);
    }
  }
  return { right, all, faults };
}
