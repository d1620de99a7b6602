import type { DataSource, EntityMetadata } from 'typeorm';
import { firstFilledTable } from '../../database/copying/emptyTables.js';
import type { CopiedRow } from '../../database/copying/readTable.js';
import { tablesInOrder } from '../../database/copying/tablesInOrder.js';
import { writeTable } from '../../database/copying/writeTable.js';
import { migrate } from '../../database/migrate.js';
import { patiently } from '../../database/patiently.js';
import { auditHeads, verifyAudit } from '../../filing/verifying/verifyAudit.js';
import { Failure } from '../Failure.js';
import { Progress } from '../Progress.js';

/** What a database is filled with. */
export interface Filling {
  readonly rows: number;
  readonly rowsOf: (table: EntityMetadata) => AsyncIterable<readonly CopiedRow[]>;
  /** The ends of the audit chains, as they must be afterwards. */
  readonly heads: readonly string[];
  /** 正在恢复 */
  readonly words: string;
}

/** Refuses a database in which something is kept. */
export async function requireEmpty(database: DataSource): Promise<void> {
  const filled = await firstFilledTable(database.manager);
  if (filled !== null)
    throw new Failure(
      `目标数据库不是空的（表 ${filled} 里有数据），什么都没有写入。请另建一个空库（PostgreSQL：CREATE DATABASE；内置数据库：换一个 NIANBAO_DATA 文件夹）再试。`,
    );
}

/**
 * Fills an empty database, wholly or not at all, then goes through the audit trail as it now stands there.
 */
export async function fillDatabase(
  database: DataSource,
  { rows, rowsOf, heads, words }: Filling,
): Promise<void> {
  await requireEmpty(database);
  await migrate(database);
  const progress = new Progress(rows, words);
  let done = 0;
  try {
    await patiently(database, (patient) =>
      patient.transaction(async (manager) => {
        for (const table of tablesInOrder(patient))
          await writeTable(manager, table, rowsOf(table), (count) => progress.to((done += count)));
      }),
    );
  } finally {
    progress.stop();
  }
  const now = await auditHeads(database.manager);
  const breaks = await verifyAudit(database.manager, { heads });
  if (breaks.length > 0 || now.join() !== heads.join())
    throw new Failure(
      `数据已写入，但留痕与原来的不符：${breaks[0]?.message ?? '链头不同'}。请不要使用这个数据库，先在原来的数据库上运行 nianbao audit verify。`,
    );
}
