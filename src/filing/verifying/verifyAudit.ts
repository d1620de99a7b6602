import type { EntityManager } from 'typeorm';
import { AuditChain } from '../../../entities/audit/AuditChain.js';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { entryColumns } from '../audit/listAuditEntries.js';
import { breaksOf, type AuditBreak } from './auditBreaks.js';
import { breaksOfVersions } from './auditedVersions.js';
import { breaksAgainstHead, parseHead } from './auditHead.js';

const entriesAtOnce = 5_000;

export interface AuditRequest {
  /** All chains when left out. */
  readonly chain?: string;
  /** As printed by `auditHeads` at an earlier time. */
  readonly head?: string;
}

/** Every break of the audit chains; empty when all is as it was written. */
export async function verifyAudit(manager: EntityManager, request: AuditRequest = {}): Promise<AuditBreak[]> {
  const head = request.head === undefined ? undefined : parseHead(request.head);
  const only = request.chain ?? head?.chain;
  const breaks: AuditBreak[] = [];
  for (const names of await batches(manager, only)) {
    const walked = await readChains(manager, names);
    for (const { chain, entries, end } of walked) {
      breaks.push(...breaksOf(chain, entries, end));
      if (head?.chain === chain) breaks.push(...breaksAgainstHead(head, entries, breaks));
    }
    // An entry that is broken itself vouches for nothing.
    const broken = new Set(breaks.map(({ entry }) => entry));
    const sound = walked.flatMap(({ entries }) => entries.filter(({ id }) => !broken.has(id)));
    breaks.push(...(await breaksOfVersions(manager, sound)));
  }
  return breaks;
}

interface WalkedChain {
  readonly chain: string;
  /** By sequence. */
  readonly entries: readonly AuditEntry[];
  readonly end: AuditChain | null;
}

type ChainRow = AuditEntry & {
  readonly name: string;
  readonly length: number | null;
  readonly head: string | null;
};

/** Chains with their ends, in one statement: what is appended meanwhile is in both or in neither. */
async function readChains(manager: EntityManager, names: readonly string[]): Promise<WalkedChain[]> {
  const rows = await manager.query<ChainRow[]>(
    `SELECT given.name, ending.length, ending.head, ${entryColumns}
     FROM unnest($1::text[]) AS given(name)
     LEFT JOIN audit_chain AS ending ON ending.chain = given.name
     LEFT JOIN audit_entry AS entry ON entry.chain = given.name
     ORDER BY given.name, entry.sequence`,
    [names],
  );
  return names.map((chain) => {
    const own = rows.filter(({ name }) => name === chain);
    const { length = null, head = null } = own[0] ?? {};
    return {
      chain,
      entries: own.flatMap(({ name: _name, length: _length, head: _head, ...entry }) =>
        entry.id === null ? [] : [entry],
      ),
      end: length === null || head === null ? null : { chain, length, head },
    };
  });
}

/** `chain:length:hash` of every chain, to be printed and kept elsewhere. */
export async function auditHeads(manager: EntityManager, chain?: string): Promise<string[]> {
  const ends = await manager.find(AuditChain, {
    where: chain === undefined ? {} : { chain },
    order: { chain: 'ASC' },
  });
  return ends.map(({ chain, length, head }) => `${chain}:${length}:${head}`);
}

/** Chains that are read together: memory holds so many entries, or one chain that is longer. */
async function batches(manager: EntityManager, only: string | undefined): Promise<string[][]> {
  if (only !== undefined) return [[only]];
  const rows = await manager.query<{ chain: string; count: number }[]>(
    `SELECT chain, sum(count)::int AS count FROM (
       SELECT chain, length AS count FROM audit_chain
       UNION ALL SELECT chain, count(*) FROM audit_entry GROUP BY chain) AS known
     GROUP BY chain ORDER BY chain`,
  );
  const all: string[][] = [];
  let held = Infinity;
  for (const { chain, count } of rows) {
    if (held + count > entriesAtOnce) {
      all.push([]);
      held = 0;
    }
    all.at(-1)?.push(chain);
    held += count;
  }
  return all;
}
