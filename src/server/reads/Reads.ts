import type { DataSource, EntityManager } from 'typeorm';
import type { Standbys } from '../../database/standbys/Standbys.js';
import type { Actor } from '../../filing/access/actor.js';
import type { Operation } from '../../rights/operations.js';
import { freshReads } from './freshReads.js';

/** Where requests that change nothing read: a standby that shows all that who asks has written, else the primary. */
export class Reads {
  constructor(
    private readonly database: DataSource,
    private readonly standbys: Standbys | null,
  ) {}

  async managerFor(actor: Actor, operations: readonly Operation[]): Promise<EntityManager> {
    const { manager } = this.database;
    if (this.standbys === null || isFresh(operations)) return manager;
    return (await this.standbys.managerFor(actor.name)) ?? manager;
  }

  /** Before a request is answered that changed something, or was told what is new: it finds that everywhere. */
  async note(actor: Actor): Promise<void> {
    await this.standbys?.note(actor.name);
  }
}

/** Whether something of it must not be a moment old. */
export function isFresh(operations: readonly Operation[]): boolean {
  return operations.some((each) => freshReads.has(each));
}
