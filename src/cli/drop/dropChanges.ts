import type { EntityManager } from 'typeorm';
import { changeFiles, type DropEncoding } from '../../exports/drop/changeFiles.js';
import type { SigningKey } from '../../exports/drop/signingKey.js';
import type { ExportedReport } from '../../exports/printed/ExportedReport.js';
import type { Actor } from '../../filing/access/actor.js';
import { askedAgain, isDropped, keepDrop, lastDropped, takeTarget } from '../../filing/deliveries/drops.js';
import { cursorAt, listChanges, positionOf, type ChangeRecord } from '../../filing/feed/listChanges.js';
import { Refusal } from '../../filing/refusal.js';
import { loadVersion } from '../../filing/reports/versions.js';
import { loadReport } from '../../filing/reports/loadReport.js';
import { exportedReport } from '../../server/loadExport.js';
import { writeFolder } from './writeFolder.js';

export interface DropRequest {
  /** The folder in which each change gets a folder of its own. */
  readonly target: string;
  /** null: from where the last drop ended. */
  readonly after: string | null;
  readonly under: string | null;
  readonly encoding: DropEncoding;
  readonly key: SigningKey;
}

/** What became of one change. */
export interface DroppedChange {
  readonly key: string;
  readonly cursor: string;
  /** Why it was not written; null when it was. */
  readonly refused: string | null;
}

const pageSize = 100;

/** Writes what somebody asked for once more, then every change since the last drop, a folder each. */
export async function* dropChanges(
  manager: EntityManager,
  actor: Actor,
  request: DropRequest,
): AsyncGenerator<DroppedChange> {
  for (const position of await askedAgain(manager, request.target)) {
    const { items } = await listChanges(manager, actor, { first: 1, after: cursorAt(position - 1) });
    for (const { cursor, item } of items)
      yield* dropChange(manager, { ...request, after: null }, cursor, item);
  }
  let after = request.after ?? (await lastDropped(manager, request.target));
  for (;;) {
    const { items, hasNextPage } = await listChanges(manager, actor, {
      ...{ first: pageSize, after, under: request.under },
    });
    for (const { cursor, item } of items) yield* dropChange(manager, request, cursor, item);
    after = items.at(-1)?.cursor ?? after;
    if (!hasNextPage) return;
  }
}

/** One at a time in a folder, whatever number of processes write into it; nothing where another has been meanwhile. */
async function* dropChange(
  manager: EntityManager,
  { target, after, encoding, key: signingKey }: DropRequest,
  cursor: string,
  change: ChangeRecord,
): AsyncGenerator<DroppedChange> {
  const begun = Date.now();
  const position = positionOf(cursor);
  const key = folderName(position, change);
  const dropped = await manager.transaction(async (inner) => {
    await takeTarget(inner, target);
    if (after === null && (await isDropped(inner, target, position))) return null;
    const refused = await write(inner);
    await keepDrop(inner, {
      ...{ target, key, position, agencyId: change.agency.id, refused },
      milliseconds: Date.now() - begun,
    });
    return { key, cursor, refused };
  });
  if (dropped) yield dropped;

  async function write(inner: EntityManager): Promise<string | null> {
    try {
      const report = await reportAt(inner, change);
      await writeFolder(
        target,
        key,
        await changeFiles({ key, cursor, change, report }, encoding, signingKey),
      );
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  }
}

/** The report as it was at the change. */
async function reportAt(
  manager: EntityManager,
  { agency, year, reportId, version }: ChangeRecord,
): Promise<ExportedReport | null> {
  if (reportId === null || year === null || version === null) return null;
  const [current, then] = [
    await loadReport(manager, agency.code, year, 'cells'),
    await loadVersion(manager, reportId, version),
  ];
  if (!current || !then) throw new Error('a change tells of a version that is not there');
  return exportedReport({ ...current, ...then, version: then.number });
}

/** In the order of the feed when sorted by name: `000000000012-VERSION-410500-2024-2`. */
function folderName(position: number, { kind, agency, year, version }: ChangeRecord): string {
  const code = /^[\w-]{1,40}$/.test(agency.code) ? agency.code : null;
  return [String(position).padStart(12, '0'), kind, code, year, version]
    .filter((each) => each !== null)
    .join('-');
}
