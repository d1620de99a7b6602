import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { digests } from '../audit/digests.js';
import type { AuditBreak } from './auditBreaks.js';
import type { WalkedChain } from './WalkedChain.js';
import type { Id } from '../../brands/brands.js';

interface StoredReport {
  readonly id: string;
  readonly agencyId: Id<'Agency'>;
  readonly year: number;
  readonly status: ReportStatus;
  readonly digest: string;
  readonly lastStep: ReportStatus | null;
  readonly versions: readonly { readonly number: number; readonly digest: string }[] | null;
  readonly steps: readonly { readonly step: string; readonly digest: string }[] | null;
  readonly publications: readonly { readonly number: number; readonly digest: string }[] | null;
}

/** Reports with everything of theirs that entries vouch for, as it is stored now. */
const stored = `
  SELECT report.id, report.agency_id AS "agencyId", report.year, report.status,
    (SELECT ${digests.report} FROM report AS own
     WHERE own.id = report.id AND own.agency_id = report.agency_id) AS digest,
    (SELECT (array_agg(to_status ORDER BY sequence DESC))[1] FROM report_transition AS own
     WHERE own.report_id = report.id AND own.agency_id = report.agency_id) AS "lastStep",
    (SELECT jsonb_agg(jsonb_build_object('number', number, 'digest', ${digests.version}))
     FROM report_version AS own WHERE own.report_id = report.id AND own.agency_id = report.agency_id) AS versions,
    (SELECT jsonb_agg(jsonb_build_object('digest', ${digests.transition},
       'step', concat_ws(' ', to_status, actor, floor(extract(epoch FROM at) * 1000)::bigint)))
     FROM report_transition AS own WHERE own.report_id = report.id AND own.agency_id = report.agency_id) AS steps,
    (SELECT jsonb_agg(jsonb_build_object('number', number, 'digest', ${digests.publication('own.agency_id')}))
     FROM publication AS own WHERE own.report_id = report.id AND own.agency_id = report.agency_id) AS publications
  FROM report WHERE agency_id = ANY($1::uuid[]) ORDER BY agency_id, year`;

/**
 * Holds the reports of agencies against their chains, both ways: what an entry vouches for is stored as it was, and
 * what is stored has its entry. A chain that is broken itself is told of already and vouches for nothing.
 */
export async function breaksOfReports(
  manager: EntityManager,
  chains: readonly WalkedChain[],
): Promise<AuditBreak[]> {
  const byChain = new Map(chains.map((chain) => [chain.chain, chain]));
  const reports = await manager.query<StoredReport[]>(stored, [[...byChain.keys()]]);
  const known = new Set(reports.map(({ id }) => id));
  return [
    ...reports.flatMap((report) => {
      const chain = byChain.get(report.agencyId);
      return chain ? breaksOfReport(chain, report) : [];
    }),
    ...chains.flatMap(({ chain, entries }) =>
      entries
        .filter(({ reportId, seals }) => seals?.version !== undefined && !known.has(reportId ?? ''))
        .map((entry) => edited(chain, entry, `记下的第 ${entry.version} 版已不在库中：报告被删除过。`)),
    ),
  ];
}

function breaksOfReport({ chain, entries }: WalkedChain, report: StoredReport): AuditBreak[] {
  const own = entries.filter(({ reportId }) => reportId === report.id);
  return [
    ...breaksOfVersions(chain, own, report),
    ...breaksOfSteps(chain, own, report),
    ...breaksOfPublications(chain, own, report),
    ...breaksOfState(chain, entries, report),
  ];
}

function breaksOfVersions(chain: string, own: readonly AuditEntry[], report: StoredReport): AuditBreak[] {
  const digestOf = new Map(report.versions?.map(({ number, digest }) => [number, digest]));
  const made = own.filter(({ details }) => 'values' in details);
  const told = new Set(made.map(({ version }) => version));
  return [
    ...made
      .filter(
        ({ version, seals }) => seals?.version !== undefined && digestOf.get(version ?? 0) !== seals.version,
      )
      .map((entry) =>
        edited(
          chain,
          entry,
          digestOf.has(entry.version ?? 0)
            ? `记下的 ${report.year} 年报告第 ${entry.version} 版与库中的不同：数、原文、位置、文字、问题或作者被改动过。`
            : `记下的 ${report.year} 年报告第 ${entry.version} 版已不在库中：它被删除过。`,
        ),
      ),
    ...[...digestOf.keys()]
      .filter((number) => !told.has(number))
      .map((number) => unvouched(chain, own, `${report.year} 年报告第 ${number} 版`)),
  ];
}

function breaksOfSteps(chain: string, own: readonly AuditEntry[], report: StoredReport): AuditBreak[] {
  const steps = report.steps ?? [];
  const kept = new Set(steps.map(({ digest }) => digest));
  const taken = own.filter(({ details }) => 'from' in details && 'to' in details);
  const sealed = new Set(taken.flatMap(({ seals }) => seals?.transition ?? []));
  // Entries from before there were seals say who took which step when.
  const told = new Set(
    taken
      .filter(({ seals }) => seals === null)
      .map(({ details, actor, at }) => `${String(details['to'])} ${actor} ${at.getTime()}`),
  );
  return [
    ...taken
      .filter(({ seals }) => seals?.transition !== undefined && !kept.has(seals.transition))
      .map((entry) =>
        edited(chain, entry, `记下的 ${report.year} 年报告的状态变化与库中的不同：它被改动或删除过。`),
      ),
    ...steps
      .filter(({ digest, step }) => !sealed.has(digest) && !told.has(step))
      .map(() => unvouched(chain, own, `${report.year} 年报告的一次状态变化`)),
  ];
}

function breaksOfPublications(chain: string, own: readonly AuditEntry[], report: StoredReport): AuditBreak[] {
  const digestOf = new Map(report.publications?.map(({ number, digest }) => [number, digest]));
  const published = own.filter(({ action }) => action === 'REPORT_PUBLISHED');
  const told = new Set(published.map(({ details }) => details['publication']));
  return [
    ...published
      .filter(({ details }) => 'pinned' in details)
      .filter(({ details }) => digestOf.get(Number(details['publication'])) !== details['pinned'])
      .map((entry) =>
        edited(
          chain,
          entry,
          `记下的 ${report.year} 年报告第 ${String(entry.details['publication'])} 次发布与库中的不同：发布的内容、发现、说明、豁免或理由被改动或删除过。`,
        ),
      ),
    ...[...digestOf.keys()]
      .filter((number) => !told.has(number))
      .map((number) => unvouched(chain, own, `${report.year} 年报告第 ${number} 次发布`)),
  ];
}

/** Where the report stands and what was found in it, as the last entry that is about it says. */
function breaksOfState(chain: string, entries: readonly AuditEntry[], report: StoredReport): AuditBreak[] {
  const last = entries.findLast(
    ({ reportId, seals }) =>
      (reportId === report.id && seals?.report !== undefined) || seals?.next?.report === report.id,
  );
  const digest = last?.reportId === report.id ? last.seals?.report : last?.seals?.next?.digest;
  if (last && digest !== report.digest)
    return [
      edited(
        chain,
        last,
        `之后，${report.year} 年报告的状态、发现或它们的个数被改动过：与这一条记下的不同。`,
      ),
    ];
  const status = report.lastStep ?? ReportStatus.DRAFT;
  if (last || status === report.status) return [];
  return [unvouched(chain, entries, `${report.year} 年报告现在的状态`)];
}

export function edited(chain: string, { id, sequence }: AuditEntry, words: string): AuditBreak {
  const message = `链 ${chain} 第 ${sequence} 条（${id}）${words}`;
  return { kind: 'EDITED', chain, sequence, entry: id, message };
}

export function unvouched(chain: string, entries: readonly AuditEntry[], what: string): AuditBreak {
  const sequence = (entries.at(-1)?.sequence ?? 0) + 1;
  const message = `链 ${chain}：${what}没有留痕：它是绕过系统加进库里的，或留痕被截去。`;
  return { kind: 'REMOVED', chain, sequence, entry: null, message };
}
