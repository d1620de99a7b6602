import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { walPosition } from './walPosition.js';

/** Nobody is called so: the row from which on it is known who wrote what. A crash empties the table. */
const beginning = '';

const written = walPosition('pg_current_wal_insert_lsn()');
const note = prepared(
  `INSERT INTO last_write (actor, position) VALUES ($1, ${written})
   ON CONFLICT (actor) DO UPDATE SET position = ${written}`,
);
const look = prepared(
  `SELECT max(position)::text AS position, coalesce(bool_or(actor = ''), false) AS known
   FROM last_write WHERE actor IN ('', $1)`,
);

/** From now on: what was written before must be on every standby that is read from. */
export async function beginWrites(primary: EntityManager): Promise<void> {
  await primary.query(note, [beginning]);
}

/** After a commit: what this actor reads from here on shows it, whichever process is asked. */
export async function noteWrite(primary: EntityManager, actor: string): Promise<void> {
  await primary.query(note, [actor]);
}

/** Up to where what this actor reads must have come; null when nobody knows. */
export async function lastWriteOf(primary: EntityManager, actor: string): Promise<bigint | null> {
  const [found] = await primary.query<{ position: string | null; known: boolean }[]>(look, [actor]);
  return found?.known && found.position !== null ? BigInt(found.position) : null;
}
