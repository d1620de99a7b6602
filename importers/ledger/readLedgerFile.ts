import type { FileDraft } from '../draft/draft.js';
import type { Limits } from '../files/limits.js';
import { RefusedFile } from '../files/refusedFile.js';
import { chooseDelimiter } from '../reading/chooseDelimiter.js';
import { delimitedRows } from '../reading/delimitedRows.js';
import type { Grid, GridRow } from '../reading/grid.js';
import { readGrids } from '../reading/readGrids.js';
import { GivenFile } from '../reading/readers/GivenFile.js';
import type { LedgerRequest } from './LedgerDraft.js';
import { readLedger, type LinesToRead } from './readLedger.js';

/** The first rows, by which the head is found and what the columns hold. */
const firstRows = 500;

/** Reads the ledger in a file. A delimited text is read line by line: a province keeps 400,000. `take` as of `readLedger`. */
export async function readLedgerFile(
  bytes: Uint8Array,
  fileName: string,
  { take, ...request }: LedgerRequest & Pick<LinesToRead, 'take'>,
  limits: Limits,
): Promise<FileDraft> {
  const taking = take && { take };
  const text = delimitedText(bytes, fileName, limits);
  if (text) {
    const { encoding } = text;
    const read = { format: 'csv' as const, encoding, reports: [] };
    try {
      const rows = text.rows();
      const grid: Grid = { ...delimitedGrid, rows: taken(rows, firstRows) };
      return { ...read, problems: [], ledger: await readLedger([grid], request, { more: rows, ...taking }) };
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      return { ...read, format: null, problems: [error.problem] };
    }
  }
  const { format, encoding, problems, grids } = await readGrids(bytes, fileName, limits);
  const ledger = grids.length > 0 && { ledger: await readLedger(grids, request, taking) };
  return { format, encoding, problems, reports: [], ...ledger };
}

const delimitedGrid = { name: null, kind: 'delimited', hidden: false, hiddenColumns: [] } as const;

/** null when it is no delimited text: it is read, or refused, as any other file is. */
function delimitedText(bytes: Uint8Array, fileName: string, limits: Limits) {
  if (bytes.length > limits.fileBytes || /^(?:PK|%PDF|\xd0\xcf)/.test(firstCharacters(bytes))) return null;
  const file = new GivenFile(bytes, fileName, limits);
  try {
    const { content } = file;
    if (content.kind !== 'text') return null;
    const { text, encoding } = content;
    const delimiter = chooseDelimiter(text, fileName);
    return delimiter === null ? null : { encoding, rows: () => delimitedRows(text, delimiter, limits) };
  } catch (error) {
    if (error instanceof RefusedFile) return null;
    throw error;
  }
}

function firstCharacters(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1');
}

function taken(rows: Iterator<GridRow>, most: number): GridRow[] {
  const first: GridRow[] = [];
  while (first.length < most) {
    const next = rows.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  return first;
}
