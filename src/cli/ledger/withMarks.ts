import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileDraft } from '../../../importers/draft/draft.js';
import { markedLedger } from '../../exports/ledger/marks/markedLedger.js';
import type { LedgerDocument } from '../../filing/ledger/ledgerDocument.js';

/** Writes the file with marks to a folder, if one is named; what could not be marked is told with the rest. */
export async function withMarks<Document extends LedgerDocument>(
  folder: string | undefined,
  { path, bytes, draft }: { readonly path: string; readonly bytes: Uint8Array; readonly draft: FileDraft },
  document: Document,
): Promise<Document> {
  if (folder === undefined) return document;
  const { encoding } = draft;
  const marked = await markedLedger(Buffer.from(bytes), basename(path), { ...document, encoding });
  if ('bytes' in marked) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, marked.fileName), marked.bytes, { mode: 0o600 });
  }
  return 'problem' in marked ? { ...document, problems: [...document.problems, marked.problem] } : document;
}
