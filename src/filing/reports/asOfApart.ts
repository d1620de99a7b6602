import type { EntityManager } from 'typeorm';
import type { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { Id } from '../../brands/brands.js';

/** A report at a moment. */
export interface Moment {
  readonly reportId: Id<'Report'>;
  readonly at: Date;
}

/**
 * Of a table of what happened to reports, the last row at a moment, where reports lie on several machines: each moment
 * is asked for by itself. A clock may have run back: nothing was so before what it follows.
 */
async function lastAt<Row>(
  manager: EntityManager,
  { reportId, at }: Moment,
  { columns, table, order, time }: Followed,
): Promise<Row | null> {
  const [row = null] = await manager.query<Row[]>(
    `SELECT ${columns} FROM ${table} AS version WHERE version.report_id = $1 AND version.${time} <= $2
       AND NOT EXISTS (SELECT FROM ${table} AS earlier
         WHERE earlier.report_id = version.report_id AND earlier.agency_id = version.agency_id
           AND earlier.${order} < version.${order} AND earlier.${time} > $2)
     ORDER BY version.${order} DESC LIMIT 1`,
    [reportId, at.toISOString()],
  );
  return row;
}

interface Followed {
  readonly columns: string;
  readonly table: string;
  readonly order: string;
  readonly time: string;
}

/** The version that was current, of each moment. `columns` are of `version`. */
export async function versionsApart<Row>(
  manager: EntityManager,
  moments: readonly Moment[],
  columns: string,
): Promise<(Row | null)[]> {
  const found: (Row | null)[] = [];
  for (const moment of moments)
    found.push(
      await lastAt<Row>(manager, moment, {
        columns,
        table: 'report_version',
        order: 'number',
        time: 'created_at',
      }),
    );
  return found;
}

/** Where the report stood after its last step, of each moment; null before any. */
export async function stepsApart(
  manager: EntityManager,
  moments: readonly Moment[],
): Promise<(ReportStatus | null)[]> {
  const found: (ReportStatus | null)[] = [];
  for (const moment of moments) {
    const step = await lastAt<{ status: ReportStatus }>(manager, moment, {
      columns: 'to_status AS status',
      table: 'report_transition',
      order: 'sequence',
      time: 'at',
    });
    found.push(step?.status ?? null);
  }
  return found;
}
