import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { transactionsOf } from './transactionPlaces.js';

/** What PostgreSQL ends for the sake of another: deadlock, and what could not be put in an order. */
const codesToRetry: ReadonlySet<unknown> = new Set(['40P01', '40001']);
const mostTries = 5;

/**
 * Runs work in one transaction, and again from its beginning when the database ended it for the sake of another. The
 * work must leave nothing behind but what it stores. Never inside another transaction: it may wait for that one's place.
 */
export async function inTransaction<Answer>(
  database: DataSource,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  const transactions = transactionsOf(database);
  const leave = await transactions?.places.take();
  const opening = transactions?.opening;
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await database.transaction(async (manager) => {
          if (opening) await manager.query(opening);
          return work(manager);
        });
      } catch (error) {
        if (tries === mostTries || !isEndedForAnother(error)) throw error;
        await pause(Math.random() * 20 * 2 ** tries);
      }
    }
  } finally {
    leave?.();
  }
}

function isEndedForAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codesToRetry.has(error.code);
}
