import { In, type EntityManager } from 'typeorm';
import { AuditChain } from '../../../entities/audit/AuditChain.js';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { breaksOf, type AuditBreak } from './auditBreaks.js';
import { breaksOfVersions } from './auditedVersions.js';
import { breaksAgainstHead, parseHead } from './auditHead.js';

const chainsAtOnce = 100;

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
  const names = only === undefined ? await chainNames(manager) : [only];
  const breaks: AuditBreak[] = [];
  for (let from = 0; from < names.length; from += chainsAtOnce) {
    const some = names.slice(from, from + chainsAtOnce);
    const entries = await manager.find(AuditEntry, {
      where: { chain: In(some) },
      order: { chain: 'ASC', sequence: 'ASC' },
    });
    const ends = await manager.findBy(AuditChain, { chain: In(some) });
    for (const chain of some) {
      const own = entries.filter((entry) => entry.chain === chain);
      breaks.push(...breaksOf(chain, own, ends.find((end) => end.chain === chain) ?? null));
      if (head?.chain === chain) breaks.push(...breaksAgainstHead(head, own, breaks));
    }
    // An entry that is broken itself vouches for nothing.
    const broken = new Set(breaks.map(({ entry }) => entry));
    const sound = entries.filter(({ id }) => !broken.has(id));
    breaks.push(...(await breaksOfVersions(manager, sound)));
  }
  return breaks;
}

/** `chain:length:hash` of every chain, to be printed and kept elsewhere. */
export async function auditHeads(manager: EntityManager, chain?: string): Promise<string[]> {
  const ends = await manager.find(AuditChain, {
    where: chain === undefined ? {} : { chain },
    order: { chain: 'ASC' },
  });
  return ends.map(({ chain, length, head }) => `${chain}:${length}:${head}`);
}

async function chainNames(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ chain: string }[]>(
    'SELECT chain FROM audit_chain UNION SELECT chain FROM audit_entry ORDER BY chain',
  );
  return rows.map(({ chain }) => chain);
}
