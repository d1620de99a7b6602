import type { EntityManager } from 'typeorm';
import { actorWords, type Actor } from '../access/actor.js';
import { agencyInScope } from '../agencies/agencyInScope.js';
import { systemChain } from '../audit/appendAudit.js';
import type { AuditBreak } from './auditBreaks.js';
import { parseHead } from './auditHead.js';
import { Refusal } from '../refusal.js';
import { auditHeads, verifyAudit } from './verifyAudit.js';

export interface ChainToVerify {
  /** The code of the agency whose chain it is; null: what concerns no agency. */
  readonly agency: string | null;
  /** The end of the chain as printed at an earlier time, e.g. on a receipt. */
  readonly head: string | null;
}

export interface VerifiedChain {
  readonly chain: string;
  readonly intact: boolean;
  readonly firstBreak: AuditBreak | null;
  /** By sequence. */
  readonly breaks: readonly AuditBreak[];
  /** Its end now; null when nothing was ever recorded. */
  readonly head: string | null;
}

/** Walks the chain of one agency and names what was changed in it, the first break first. */
export async function verifyChain(
  manager: EntityManager,
  actor: Actor,
  { agency, head }: ChainToVerify,
): Promise<VerifiedChain> {
  const chain = agency === null ? systemOf(actor) : (await agencyInScope(manager, actor, agency)).id;
  if (head !== null && parseHead(head).chain !== chain)
    throw new Refusal('INVALID_REQUEST', '链头是另一条链的。请核对 agency 和 head。', ['head']);
  const found = await verifyAudit(manager, head === null ? { chain } : { chain, head });
  const breaks = [...found].sort((one, other) => one.sequence - other.sequence);
  const [now = null] = await auditHeads(manager, chain);
  return { chain, intact: breaks.length === 0, firstBreak: breaks[0] ?? null, breaks, head: now };
}

function systemOf(actor: Actor): string {
  const { scope } = actor;
  if (scope === null) return systemChain;
  throw new Refusal(
    'FORBIDDEN',
    `${actorWords(actor)}只管 ${scope.code} 及其下级，不能核验与机关无关的留痕。请填写 agency。`,
    ['agency'],
  );
}
