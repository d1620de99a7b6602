import { z } from 'zod';
import { bytesOf } from '../../../importers/files/fileBytes.js';
import { limits } from '../../../importers/files/limits.js';
import { inTransaction } from '../../database/inTransaction.js';
import type { Actor } from '../../filing/access/actor.js';
import { auditRefusal } from '../../filing/audit/auditRefusal.js';
import { askedLedger, formOfLedger, ledgerOfNobody } from '../../filing/ledger/askedLedger.js';
import { importLedger, type LedgerOutcome } from '../../filing/ledger/importLedger.js';
import type { LedgerToImport } from '../../filing/ledger/LedgerToImport.js';
import { wordsOfText } from '../../filing/ledger/ledgerWords.js';
import { markedLedger, type MarkedLedger } from '../../exports/ledger/marks/markedLedger.js';
import { Refusal } from '../../filing/refusal.js';
import { agency, flag, parseForm } from '../imports/importForm.js';
import type { Upload } from '../imports/receiveUpload.js';
import { tooLargeDraft } from '../imports/readUpload.js';
import type { Services } from '../Services.js';

/** The answer to an upload of a ledger. There is no import run: the file is not kept. */
export interface LedgerAnswer {
  readonly id: null;
  readonly at: Date;
  readonly files: readonly AnsweredLedger[];
}

interface AnsweredLedger extends LedgerOutcome {
  readonly original: null;
  /** The file as it was sent, with marks, in Base64: for whoever asked for it, and kept nowhere. */
  readonly marked: { readonly fileName: string; readonly content: string } | null;
}

const ledgerForm = z.strictObject({
  dryRun: flag,
  year: z
    .string('应填写年度')
    .trim()
    .regex(/^(19|20|21)\d{2}$/, '应为四位数的年份，例如 2024')
    .transform(Number),
  agency,
  form: z
    .string()
    .trim()
    .max(20, '太长')
    .default('')
    .transform((text) => (text === '' ? null : text)),
  words: z.string().default(''),
  marked: flag,
});

/** How far an import has come: cases count once all are stored. */
export interface LedgerProgress {
  readonly casesRead: number;
  readonly casesStored: number;
}

/** Who waits for an import: it is called off when they hang up, and nothing of it is stored. */
export interface LedgerWatch {
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: LedgerProgress) => void) | undefined;
}

/** Reads the ledger of an office in a worker and stores its cases; of the file only the digest is kept. */
export async function ledgerUpload(
  { database, pool }: Services,
  actor: Actor,
  { files, fields }: Upload,
  { signal, onProgress }: LedgerWatch,
): Promise<LedgerAnswer> {
  const { dryRun, words: text, marked, ...asked } = parseForm(ledgerForm, fields);
  const [file, ...others] = files;
  if (!file || others.length > 0)
    throw new Refusal(
      'INVALID_REQUEST',
      '一次上传一个台账文件：一个机关一个年度的台账整个替换先前的。请把各月的台账放进一个工作簿。',
    );
  const form = formOfLedger(asked);
  const said = text.trim() === '' ? undefined : wordsOfText(text, form);
  const { manager } = database;
  const reading = await askedLedger(manager, actor, { asked, form, words: said });
  const at = new Date();
  const { sha256: digest } = file;
  if ('problem' in reading) {
    const { code } = reading.problem;
    if (!dryRun) await auditRefusal(database, actor, { operation: 'POST /ledgers', code, year: asked.year });
    return answer(
      at,
      ledgerOfNobody(file.fileName, asked, { form, sha256: digest, problem: reading.problem }),
    );
  }
  const isTooLarge = file.truncated || file.bytes.byteLength > limits.ledger.fileBytes;
  const draft = isTooLarge
    ? tooLargeDraft('collection')
    : await pool.read(
        file.bytes,
        file.fileName,
        {
          blanksAreZero: false,
          layout: 'ledger',
          ledger: { year: asked.year, form: form.id, words: reading.words },
        },
        {
          signal,
          ...(onProgress && { onCases: (casesRead) => onProgress({ casesRead, casesStored: 0 }) }),
        },
      );
  const { fileName } = file;
  const request: LedgerToImport = {
    ...{ ...reading, year: asked.year, fileName, sha256: digest, draft, dryRun, signal },
    ...(onProgress && { onStored: (casesStored, casesRead) => onProgress({ casesRead, casesStored }) }),
  };
  const outcome = await inTransaction(database, (inside) => importLedger(inside, actor, request, at));
  if (!marked) return answer(at, outcome);
  const { encoding } = draft;
  const withMarks = await markedLedger(Buffer.from(bytesOf(file.bytes)), fileName, { ...outcome, encoding });
  return answer(at, outcome, withMarks);
}

function answer(at: Date, outcome: LedgerOutcome, marked?: MarkedLedger): LedgerAnswer {
  const problems = marked && 'problem' in marked ? [...outcome.problems, marked.problem] : outcome.problems;
  const written =
    marked && 'bytes' in marked
      ? { fileName: marked.fileName, content: marked.bytes.toString('base64') }
      : null;
  return { id: null, at, files: [{ ...outcome, problems, original: null, marked: written }] };
}
