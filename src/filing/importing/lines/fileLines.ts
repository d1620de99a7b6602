import { inTransaction } from '../../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReportDraft } from '../../../../importers/draft/draft.js';
import type { Finding } from '../../../checks/check.js';
import type { Problem } from '../../../problems/problem.js';
import type { Actor } from '../../access/actor.js';
import { appendAudit } from '../../audit/appendAudit.js';
import { loadReport } from '../../reports/loadReport.js';
import { sha256 } from '../../sha256.js';
import { Refusal } from '../../refusal.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import { fileReports } from '../fileReports.js';
import { unchanged } from '../importCells.js';
import type { ReportOutcome } from '../importOutcome.js';
import type { ImportStatus } from '../../../words/importStatuses.js';
import type { SentReports } from '../deciding/sentReports.js';
import { answerOnce } from '../runs/answerOnce.js';
import { noteAnswered } from './noteAnswered.js';

/** What became of one line. */
export interface LineResult {
  readonly agency: string | null;
  readonly year: number | null;
  readonly status: ImportStatus;
  readonly version: number | null;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** One line as it was sent: a report, or why it is none. */
export interface SentLine {
  readonly text: string;
  readonly read: ReportDraft | Problem;
}

const options: ImportOptions = {
  dryRun: false,
  year: null,
  agency: null,
  layout: 'collection',
  blanksAreZero: false,
  errorPolicy: 'REJECT_REPORT',
  overwriteCorrections: false,
};

export interface LinesToFile {
  readonly lines: readonly SentLine[];
  /** With a key the same lines, sent again, get the first answer again. */
  readonly key: string | null;
  /** What was sent in the same request before these. */
  readonly otherSent: SentReports;
}

/** Files some lines in one transaction; each stands alone. */
export async function fileLines(
  database: DataSource,
  actor: Actor,
  { lines, key, otherSent }: LinesToFile,
): Promise<readonly LineResult[]> {
  const asBefore = otherSent.mark();
  const requestHash = sha256(lines.map(({ text }) => sha256(text)).join('\n'));
  try {
    return await inTransaction(database, async (manager) => {
      asBefore();
      let filedNow = false;
      const file = async (): Promise<readonly LineResult[]> => {
        filedNow = true;
        const drafts = lines.flatMap(({ read }) => ('form' in read ? [read] : []));
        const sent = drafts.map((draft) => ({ draft, fileName: '', sha256: null, fileRefused: false }));
        const at = new Date();
        const { reports, stored } = await fileReports(manager, { actor, at }, { sent, options, otherSent });
        if (stored === 0) await auditUnchanged(manager, actor, at, reports);
        const filed = [...reports];
        return lines.map(({ read }): LineResult => {
          if (!('form' in read)) return refusedLine(read);
          const report = filed.shift();
          if (!report) throw new Error('a line was sent and not answered');
          const { agencyCode, agency, year, status, version, problems, findings } = report;
          return { agency: agencyCode ?? agency, year, status, version, problems, findings };
        });
      };
      if (key === null) return file();
      // As text: the database keeps no order of names, and the answer is to be the same to the letter.
      const answer = async (): Promise<string> => JSON.stringify(await file());
      const given = await answerOnce(manager, actor.name, { key, requestHash }, answer);
      const results = JSON.parse(given) as LineResult[];
      if (!filedNow) {
        const reports = lines.flatMap(({ read }, index) =>
          'form' in read ? [{ draft: read, status: results[index]!.status }] : [],
        );
        await noteAnswered(manager, actor, { reports, options, sent: otherSent });
      }
      return results;
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'IDEMPOTENCY_MISMATCH') throw error;
    const message = 'Idempotency-Key 已用于不同的内容。请换一个标识。';
    return lines.map(() => refusedLine({ code: error.code, severity: 'error', message }));
  }
}

/** Nothing was changed, and somebody sent it nevertheless: one entry, on the first of the agencies. */
async function auditUnchanged(
  manager: EntityManager,
  actor: Actor,
  at: Date,
  reports: readonly ReportOutcome[],
): Promise<void> {
  const [first] = reports.filter(({ status }) => status === 'UNCHANGED');
  if (!first || first.agencyCode === null || first.year === null) return;
  const report = await loadReport(manager, first.agencyCode, first.year, 'head');
  if (report) await appendAudit(manager, actor, at, [unchanged(report)]);
}

function refusedLine(problem: Problem): LineResult {
  return {
    ...{ agency: null, year: null, status: 'REJECTED', version: null },
    ...{ problems: [problem], findings: [] },
  };
}
