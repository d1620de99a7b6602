import type { EntityManager } from 'typeorm';
import { readingOf } from './momentWords.js';

/** Where the clock of a server was behind the entry before: no break, but whoever reads times should know. */
export async function clocksRanBack(manager: EntityManager, chain?: string): Promise<string[]> {
  const rows = await manager.query<{ chain: string; sequence: number; at: Date; clockAt: Date }[]>(
    `SELECT chain, sequence, at, clock_at AS "clockAt" FROM audit_entry
     WHERE clock_at IS NOT NULL AND ($1::text IS NULL OR chain = $1) ORDER BY chain, sequence`,
    [chain ?? null],
  );
  return rows.map(
    (row) =>
      `链 ${row.chain} 第 ${row.sequence} 条：当时服务器的时钟是 ${readingOf(row.clockAt)}，比上一条早，按上一条的时间 ${readingOf(row.at)} 记。`,
  );
}
