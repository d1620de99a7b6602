import type { EntityManager } from 'typeorm';

/**
 * One change of the reporting tree after another, to the end of the transaction: a move takes along all that is
 * below, and two moves at once could make a circle. Whoever reads waits for nobody.
 */
export async function lockTree(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE agency IN SHARE ROW EXCLUSIVE MODE');
}
