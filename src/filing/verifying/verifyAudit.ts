import type { EntityManager } from 'typeorm';
import { AuditChain } from '../../../entities/audit/AuditChain.js';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { systemChain } from '../audit/appendAudit.js';
import { refusalChain } from '../audit/auditRefusal.js';
import { entryColumns } from '../audit/listAuditEntries.js';
import { breaksOf, type AuditBreak } from './auditBreaks.js';
import { breaksOfVersions } from './auditedVersions.js';
import { breaksOfReports } from './sealedReports.js';
import { breaksOfAgencies, breaksOfDoors } from './sealedRegister.js';
import type { WalkedChain } from './WalkedChain.js';
import { breaksAgainstHead, parseHead, type AuditHead } from './auditHead.js';

const entriesAtOnce = 5_000;

export interface AuditRequest {
  /** All chains when left out. */
  readonly chain?: string;
  /** As printed by `auditHeads` at an earlier time. */
  readonly head?: string;
  /** Any number of them, of any chains. */
  readonly heads?: readonly string[];
}

/** Every break of the audit chains; empty when all is as it was written. */
export async function verifyAudit(manager: EntityManager, request: AuditRequest = {}): Promise<AuditBreak[]> {
  const head = request.head === undefined ? undefined : parseHead(request.head);
  const only = request.chain ?? head?.chain;
  const heads = [...(head ? [head] : []), ...(request.heads ?? []).map(parseHead)].filter(
    ({ chain }) => only === undefined || chain === only,
  );
  const breaks: AuditBreak[] = [];
  for (const names of await batches(manager, only, heads)) {
    const walked = await readChains(manager, names);
    for (const { chain, entries, end } of walked) {
      breaks.push(...breaksOf(chain, entries, end));
      for (const printed of heads)
        if (printed.chain === chain) breaks.push(...breaksAgainstHead(printed, entries, breaks));
    }
    // An entry that is broken itself vouches for nothing.
    const broken = new Set(breaks.map(({ entry }) => entry));
    const sound = walked.flatMap(({ entries }) => entries.filter(({ id }) => !broken.has(id)));
    breaks.push(...(await breaksOfVersions(manager, sound)));
    const inPieces = new Set(breaks.map(({ chain }) => chain));
    const whole = walked.filter(({ chain }) => isOfAgency(chain) && !inPieces.has(chain));
    breaks.push(...(await breaksOfRows(manager, whole)));
  }
  if (only === undefined) breaks.push(...(await breaksOfDoors(manager)));
  return breaks;
}

/** The other chains are about no rows. */
function isOfAgency(chain: string): boolean {
  return chain !== systemChain && chain !== refusalChain;
}

/**
 * What is stored is read after the entries: where something was appended in between, both are read again.
 */
async function breaksOfRows(manager: EntityManager, chains: readonly WalkedChain[]): Promise<AuditBreak[]> {
  const breaks = [...(await breaksOfReports(manager, chains)), ...(await breaksOfAgencies(manager, chains))];
  if (breaks.length === 0) return [];
  const ends = await manager.query<{ chain: string; length: number }[]>(
    'SELECT chain, length FROM audit_chain WHERE chain = ANY($1::text[])',
    [breaks.map(({ chain }) => chain)],
  );
  const lengths = new Map(ends.map(({ chain, length }) => [chain, length]));
  const grown = new Set(
    chains
      .filter(({ chain, end }) => (lengths.get(chain) ?? end?.length) !== end?.length)
      .map(({ chain }) => chain),
  );
  const standing = breaks.filter(({ chain }) => !grown.has(chain));
  if (grown.size === 0) return standing;
  return [...standing, ...(await breaksOfRows(manager, await readChains(manager, [...grown])))];
}

type ChainRow = AuditEntry & {
  readonly name: string;
  readonly length: number | null;
  readonly head: string | null;
  readonly lastAt: Date | null;
};

/** Chains with their ends, in one statement: what is appended meanwhile is in both or in neither. */
async function readChains(manager: EntityManager, names: readonly string[]): Promise<WalkedChain[]> {
  const rows = await manager.query<ChainRow[]>(
    `SELECT given.name, ending.length, ending.head, ending.last_at AS "lastAt", ${entryColumns}
     FROM unnest($1::text[]) AS given(name)
     LEFT JOIN audit_chain AS ending ON ending.chain = given.name
     LEFT JOIN audit_entry AS entry ON entry.chain = given.name
     ORDER BY given.name, entry.sequence`,
    [names],
  );
  const byName = new Map<string, ChainRow[]>();
  for (const row of rows) {
    const own = byName.get(row.name);
    if (own) own.push(row);
    else byName.set(row.name, [row]);
  }
  return names.map((chain) => {
    const own = byName.get(chain) ?? [];
    const { length = null, head = null, lastAt = null } = own[0] ?? {};
    return {
      chain,
      entries: own.flatMap(({ name: _name, length: _length, head: _head, lastAt: _lastAt, ...entry }) =>
        entry.id === null ? [] : [entry],
      ),
      end: length === null || head === null ? null : { chain, length, head, lastAt },
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
async function batches(
  manager: EntityManager,
  only: string | undefined,
  heads: readonly AuditHead[],
): Promise<string[][]> {
  if (only !== undefined) return [[only]];
  const rows = await manager.query<{ chain: string; count: number }[]>(
    `SELECT chain, sum(count)::int AS count FROM (
       SELECT chain, length AS count FROM audit_chain
       UNION ALL SELECT chain, count(*) FROM audit_entry GROUP BY chain
       UNION ALL SELECT id::text, 0 FROM agency
       UNION ALL SELECT unnest($1::text[]), 0) AS known
     GROUP BY chain ORDER BY chain`,
    [heads.map(({ chain }) => chain)],
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
