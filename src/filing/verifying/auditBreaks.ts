import type { AuditChain } from '../../../entities/audit/AuditChain.js';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { auditHash } from '../audit/appendAudit.js';
import { firstPreviousHash } from '../audit/lockChains.js';

export interface AuditBreak {
  readonly kind: 'EDITED' | 'REMOVED' | 'REORDERED' | 'CUT_OFF';
  readonly chain: string;
  readonly sequence: number;
  /** Null when the entry is gone. */
  readonly entry: string | null;
  readonly message: string;
}

/** What is wrong with one chain, its entries given by sequence. */
export function breaksOf(
  chain: string,
  entries: readonly AuditEntry[],
  end: AuditChain | null,
): AuditBreak[] {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const breaks: AuditBreak[] = [];
  const found = (kind: AuditBreak['kind'], sequence: number, entry: AuditEntry | null, message: string) =>
    breaks.push({ kind, chain, sequence, entry: entry?.id ?? null, message: `链 ${chain} ${message}` });

  let previous: AuditEntry | undefined;
  for (const entry of entries) {
    const expected = (previous?.sequence ?? 0) + 1;
    for (let gone = expected; gone < entry.sequence; gone += 1)
      found('REMOVED', gone, null, `第 ${gone} 条不见了：它已被删除。`);
    const written = sequenceAsWritten(entry, entries.length, byHash);
    if (written === undefined)
      found('EDITED', entry.sequence, entry, `第 ${entry.sequence} 条（${entry.id}）的内容被改动过。`);
    else if (written !== entry.sequence)
      found(
        'REORDERED',
        entry.sequence,
        entry,
        `第 ${entry.sequence} 条（${entry.id}）被挪动过：它原来是第 ${written} 条。`,
      );
    else if (
      entry.sequence === expected &&
      entry.previousHash !== (previous?.hash ?? firstPreviousHash) &&
      !breaks.some(({ entry: id }) => id !== null && id === previous?.id)
    )
      found(
        'EDITED',
        previous?.sequence ?? entry.sequence,
        previous ?? entry,
        `第 ${expected - 1} 条与第 ${entry.sequence} 条不衔接：前一条被改写或替换过。`,
      );
    previous = entry;
  }

  const last = previous?.sequence ?? 0;
  const length = end?.length ?? 0;
  if (last < length) found('CUT_OFF', last + 1, null, `应有 ${length} 条，第 ${last + 1} 条起被截去。`);
  else if (last > length || (previous && end?.head !== previous.hash && breaks.length === 0))
    found('EDITED', last, previous ?? null, `第 ${last} 条与记录的链头不符：链头或这一条被改写过。`);
  return breaks;
}

/**
 * The sequence with which the hash of an entry is right: its own when it is as written, another one when
 * it was moved, undefined when its content was edited. Where it stood is told by the entry it follows.
 */
function sequenceAsWritten(
  entry: AuditEntry,
  length: number,
  byHash: ReadonlyMap<string, AuditEntry>,
): number | undefined {
  if (auditHash(entry) === entry.hash) return entry.sequence;
  let before = 0;
  for (let hash = entry.previousHash; hash !== firstPreviousHash && before <= length; before += 1) {
    const followed = byHash.get(hash);
    if (!followed) return undefined;
    hash = followed.previousHash;
  }
  const written = before + 1;
  return auditHash({ ...entry, sequence: written }) === entry.hash ? written : undefined;
}
