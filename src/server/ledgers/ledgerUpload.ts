import { z } from 'zod';
import { bytesOf } from '../../../importers/files/fileBytes.js';
import { limits } from '../../../importers/files/limits.js';
import { inTransaction } from '../../database/inTransaction.js';
import type { Actor } from '../../filing/access/actor.js';
import { auditRefusal } from '../../filing/audit/auditRefusal.js';
import { askedLedger, formOfLedger, ledgerOfNobody } from '../../filing/ledger/askedLedger.js';
import { importLedger } from '../../filing/ledger/importLedger.js';
import type { LedgerToImport } from '../../filing/ledger/LedgerToImport.js';
import { wordsOfText } from '../../filing/ledger/ledgerWords.js';
import { markedLedger } from '../../exports/ledger/marks/markedLedger.js';
import { ledgerAnswer, type LedgerAnswer } from './ledgerAnswer.js';
import { LedgerRun, type LedgerProgress } from '../../filing/ledger/LedgerRun.js';
import { problem, type Problem } from '../../problems/problem.js';
import type { Id } from '../../brands/brands.js';
import { Refusal } from '../../filing/refusal.js';
import { agency, flag, parseForm } from '../imports/importForm.js';
import type { Upload } from '../imports/receiveUpload.js';
import { tooLargeDraft } from '../imports/readUpload.js';
import type { Services } from '../Services.js';

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

/** How far an import has come. */
export interface ToldProgress extends LedgerProgress {
  /** By which others see it, and may call it off; null as long as there is none. */
  readonly run: Id<'Run'> | null;
}

/** Who waits for an import: it is called off when they hang up, and nothing of it is stored. */
export interface LedgerWatch {
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: ToldProgress) => void) | undefined;
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
    return ledgerAnswer(
      { at, run: null },
      ledgerOfNobody(file.fileName, asked, { form, sha256: digest, problem: reading.problem }),
    );
  }
  const options = { agency: reading.agency.code, year: asked.year, form: form.id };
  const run = dryRun
    ? null
    : await LedgerRun.begin(database, actor, { options, bytes: file.bytes.byteLength, signal });
  const tell = (progress: LedgerProgress): void => {
    run?.progressed(progress);
    onProgress?.({ run: run?.id ?? null, ...progress });
  };
  tell({ casesRead: 0, casesStored: 0 });
  const isTooLarge = file.truncated || file.bytes.byteLength > limits.ledger.fileBytes;
  const { fileName } = file;
  const ending = run?.signal ?? signal;
  const work = async () => {
    const reader = { year: asked.year, form: form.id, words: reading.words };
    const draft = isTooLarge
      ? tooLargeDraft('collection')
      : await pool.read(
          file.bytes,
          fileName,
          { blanksAreZero: false, layout: 'ledger', ledger: reader },
          { signal: ending, onCases: (casesRead) => tell({ casesRead, casesStored: 0 }) },
        );
    const request: LedgerToImport = {
      ...{ ...reading, year: asked.year, fileName, sha256: digest, draft, dryRun, signal: ending },
      onStored: (casesStored, casesRead) => tell({ casesRead, casesStored }),
    };
    const outcome = await inTransaction(database, async (inside) => {
      const imported = await importLedger(inside, actor, request, at);
      await run?.store(inside);
      return imported;
    });
    return { outcome, encoding: draft.encoding };
  };
  const done = run ? await run.during(work) : await work();
  const about = { at, run: run?.id ?? null };
  if (done === null)
    return ledgerAnswer(about, {
      ...ledgerOfNobody(fileName, asked, { form, sha256: digest, problem: calledOff() }),
      agencyCode: reading.agency.code,
    });
  const { outcome, encoding } = done;
  if (!marked) return ledgerAnswer(about, outcome);
  const withMarks = await markedLedger(Buffer.from(bytesOf(file.bytes)), fileName, { ...outcome, encoding });
  return ledgerAnswer(about, outcome, withMarks);
}

function calledOff(): Problem {
  return problem('IMPORT_CANCELLED', '导入已经取消，这个台账没有保存。需要的话请重新上传。');
}
