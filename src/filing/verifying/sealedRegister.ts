import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { digests } from '../audit/digests.js';
import { entryColumns } from '../audit/listAuditEntries.js';
import type { AuditBreak } from './auditBreaks.js';
import { edited, unvouched } from './sealedReports.js';
import type { WalkedChain } from './WalkedChain.js';

/** Agencies against their chains: each has one, and is as its last entry says. */
export async function breaksOfAgencies(
  manager: EntityManager,
  chains: readonly WalkedChain[],
): Promise<AuditBreak[]> {
  const rows = await manager.query<{ id: string; code: string; digest: string; path: boolean }[]>(
    `SELECT id, code, ${digests.agency} AS digest,
       path = concat((SELECT path FROM agency AS parent WHERE parent.id = agency.parent_id),
         CASE WHEN parent_id IS NULL THEN '/' END, id, '/') AS path
     FROM agency WHERE id = ANY($1::uuid[])`,
    [chains.map(({ chain }) => chain)],
  );
  const agencies = new Map(rows.map((row) => [row.id, row]));
  return chains.flatMap(({ chain, entries }) => {
    const agency = agencies.get(chain);
    if (agency && entries.length === 0) return [unvouched(chain, [], `机关 ${agency.code}`)];
    const last = entries.findLast(({ seals }) => seals?.agency !== undefined);
    if (last && agency?.digest !== last.seals?.agency)
      return [
        edited(
          chain,
          last,
          agency
            ? `之后，机关 ${agency.code} 的名称或登记情况被改动过：与这一条记下的不同。`
            : '记下的机关已不在库中：它被删除过。',
        ),
      ];
    return agency && !agency.path ? [unvouched(chain, entries, `机关 ${agency.code} 在机关树上的位置`)] : [];
  });
}

interface Keyed {
  readonly name: string;
  readonly digest: string;
}

/** Tokens and accounts: each has an entry, and is as the last one that changed it says. */
export async function breaksOfDoors(manager: EntityManager): Promise<AuditBreak[]> {
  const tokens = await manager.query<(Keyed & { id: string })[]>(
    `SELECT id, name, ${digests.token} AS digest FROM token`,
  );
  const accounts = await manager.query<Keyed[]>(`SELECT name, ${digests.account} AS digest FROM account`);
  const entries = await manager.query<AuditEntry[]>(
    `SELECT ${entryColumns} FROM audit_entry AS entry
     WHERE action IN ('TOKEN_CREATED', 'TOKEN_REVOKED') OR seals ? 'account' OR action = 'PERSON_CREATED'
     ORDER BY at, chain, sequence`,
  );
  const ofToken = new Map(entries.map((entry) => [entry.details['token'], entry]));
  const ofAccount = new Map(entries.map((entry) => [entry.details['account'], entry]));
  const kept = new Set<unknown>([...tokens.map(({ id }) => id), ...accounts.map(({ name }) => name)]);
  return [
    ...tokens.flatMap((token) => changed(`令牌“${token.name}”`, ofToken.get(token.id), 'token', token)),
    ...accounts.flatMap((account) =>
      changed(`账号“${account.name}”`, ofAccount.get(account.name), 'account', account),
    ),
    ...[...ofToken, ...ofAccount]
      .filter(([key, { seals }]) => key !== undefined && !kept.has(key) && seals !== null)
      .map(([, entry]) => edited(entry.chain, entry, '记下的令牌或账号已不在库中：它被删除过。')),
  ];
}

function changed(
  what: string,
  entry: AuditEntry | undefined,
  kind: 'token' | 'account',
  { digest }: Keyed,
): AuditBreak[] {
  if (!entry) return [unvouched('system', [], what)];
  const sealed = entry.seals?.[kind];
  if (sealed === undefined || sealed === digest) return [];
  return [
    edited(entry.chain, entry, `之后，${what}的角色、范围、密码或别的登记被改动过：与这一条记下的不同。`),
  ];
}
