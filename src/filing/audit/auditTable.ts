import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { roles } from '../../rights/roles.js';
import type { Actor } from '../access/actor.js';
import { auditActions } from './auditActions.js';
import { listAuditEntries, type AuditFilter } from './listAuditEntries.js';

/** What an entry is about, beside what it says itself. */
interface Subject {
  readonly agency: { readonly code: string; readonly name: string } | undefined;
  readonly year: number | undefined;
}

type Column = readonly [heading: string, text: (entry: AuditEntry, subject: Subject) => string | null];

/** The audit trail as a table: everything an entry says. */
const columns: readonly Column[] = [
  ['时间', ({ at }) => at.toISOString()],
  ['操作人', ({ actor }) => actor],
  ['角色', ({ role }) => role && roles[role].label],
  ['地址', ({ address }) => address],
  ['请求编号', ({ requestId }) => requestId],
  ['操作', ({ action }) => auditActions[action]],
  ['操作代码', ({ action }) => action],
  ['机关代码', (_entry, { agency }) => agency?.code ?? null],
  ['机关名称', (_entry, { agency }) => agency?.name ?? null],
  ['报告年度', (_entry, { year }) => year?.toString() ?? null],
  ['版本', ({ version }) => version?.toString() ?? null],
  ['理由', ({ reason }) => reason],
  ['改动', ({ changes }) => changes.map(changeText).join('；')],
  ['细节', ({ details }) => JSON.stringify(details)],
  ['编号', ({ id }) => id],
  ['链', ({ chain }) => chain],
  ['序号', ({ sequence }) => String(sequence)],
  ['上一条哈希值', ({ previousHash }) => previousHash],
  ['哈希值', ({ hash }) => hash],
];

const rowsAtOnce = 500;

/** The audit trail in the scope of the actor, its heading first and the newest entry next; memory holds one page. */
export async function* auditTable(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  filter: AuditFilter,
): AsyncGenerator<string[]> {
  yield columns.map(([heading]) => heading);
  let after: string | null = null;
  for (;;) {
    const page = await listAuditEntries(manager, actor, { first: rowsAtOnce, after, filter });
    const entries: AuditEntry[] = page.items.map(({ item }) => item);
    const subjectOf = await subjectsOf(manager, entries);
    for (const entry of entries) yield columns.map(([, text]) => text(entry, subjectOf(entry)) ?? '');
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage || after === null) return;
  }
}

async function subjectsOf(
  manager: EntityManager,
  entries: readonly AuditEntry[],
): Promise<(entry: AuditEntry) => Subject> {
  const agencies = await manager.query<{ id: string; code: string; name: string }[]>(
    'SELECT id, code, name FROM agency WHERE id = ANY($1::uuid[])',
    [[...new Set(entries.map(({ agencyId }) => agencyId))]],
  );
  const reports = await manager.query<{ id: string; year: number }[]>(
    'SELECT id, year FROM report WHERE id = ANY($1::uuid[])',
    [[...new Set(entries.map(({ reportId }) => reportId))]],
  );
  const agencyOf = new Map(agencies.map((agency) => [agency.id, agency]));
  const yearOf = new Map(reports.map(({ id, year }) => [id, year]));
  return ({ agencyId, reportId }) => ({
    agency: agencyOf.get(agencyId ?? ''),
    year: yearOf.get(reportId ?? ''),
  });
}

function changeText({ key, before, after }: AuditEntry['changes'][number]): string {
  return `${key}：${before ?? '空白'} → ${after ?? '空白'}`;
}
