import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import type { Actor } from '../access/actor.js';
import { dayMilliseconds, startOfChinaDay } from '../../season/chinaDay.js';
import { appendAudit, systemChain } from './appendAudit.js';
import { lockChains } from './lockChains.js';

/**
 * Notes that an administrator's token was used to read: what it changes has entries of its own. Once a day
 * for each token and address, or the trail would hold little else.
 */
export class TokenUses {
  /** What has been noted on the day that is now. */
  #noted = new Map<string, Promise<void>>();
  #day: number | null = null;

  constructor(private readonly database: DataSource) {}

  async note(actor: Actor, at = new Date()): Promise<void> {
    // That a person signed in has an entry of its own.
    if (actor.role !== Role.ADMINISTRATOR || actor.person !== null) return;
    const day = startOfChinaDay(at).getTime();
    if (day !== this.#day) this.#noted = new Map();
    this.#day = day;
    const use = JSON.stringify([actor.name, actor.address]);
    const known = this.#noted.get(use);
    if (known) return known;
    const noting = noteOnce(this.database, actor, at, day);
    this.#noted.set(use, noting);
    // What could not be noted now is noted with the next use.
    noting.catch(() => this.#noted.delete(use));
    return noting;
  }
}

/** Other processes of the service note uses too, and so did this one before it was started anew. */
function noteOnce(database: DataSource, actor: Actor, at: Date, day: number): Promise<void> {
  return inTransaction(database, async (manager) => {
    const chain = actor.scope?.agencyId ?? systemChain;
    await lockChains(manager, [chain]);
    const [known] = await manager.query<{ id: string }[]>(
      `SELECT id FROM audit_entry WHERE at >= $1 AND at < $2 AND chain = $3 AND action = 'TOKEN_USED'
         AND actor = $4 AND address IS NOT DISTINCT FROM $5 LIMIT 1`,
      [
        new Date(day).toISOString(),
        new Date(day + dayMilliseconds).toISOString(),
        chain,
        actor.name,
        actor.address,
      ],
    );
    if (known) return;
    await appendAudit(manager, actor, at, [
      {
        chain,
        action: 'TOKEN_USED',
        reason: null,
        agencyId: actor.scope?.agencyId ?? null,
        reportId: null,
        version: null,
        changes: [],
        details: {},
      },
    ]);
  });
}
