import { inTransaction } from '../../database/inTransaction.js';
import { sha256 } from '../../filing/sha256.js';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import type { CollectionPart } from '../../../importers/collection/collectionPart.js';
import type { ReaderPool } from '../../../importers/worker/readerPool.js';
import type {
  CollectionOutcome,
  CollectionProgress,
} from '../../filing/importing/collections/collectionOutcome.js';
import { beginRun, importCollection } from '../../filing/importing/collections/importCollection.js';
import type { CollectionFile } from '../../filing/importing/collections/collectionFile.js';
import type { ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { watchRun } from '../../filing/importing/runs/watchRun.js';
import { describeOutcome, reportLines } from '../describeOutcome.js';
import { Failure } from '../Failure.js';
import { printLine } from '../printLine.js';
import { Progress } from '../Progress.js';
import { readBytes } from '../readInOrder.js';
import { commandLineActor } from '../withDatabase.js';
import { jsonLine } from '../../text/jsonLine.js';

/** Imports files with many reports, one after another. Ctrl+C stops after the reports that are being stored. */
export async function importCollections(
  database: DataSource,
  pool: ReaderPool,
  {
    paths,
    options,
    json,
  }: { readonly paths: readonly string[]; readonly options: ImportOptions; readonly json: boolean },
): Promise<CollectionOutcome> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Failure('已中断。'));
  process.once('SIGINT', stop);
  const total = await bytesOf(paths);
  const progress = new Progress(total, '导入', 'bytes');
  const begun = await inTransaction(database, (manager) =>
    beginRun(manager, commandLineActor, options, total),
  );
  const stopWatching = watchRun(database, begun.id, stopping);
  async function onProgress({ bytesRead, reports }: CollectionProgress): Promise<void> {
    progress.to(bytesRead);
    if (json) return;
    for (const report of reports)
      if (report.status === 'REJECTED') {
        progress.clear();
        await printLine(reportLines(report).join('\n'));
      }
  }
  try {
    const files = openFiles(pool, paths, options, stopping.signal);
    const settings = { signal: stopping.signal, onProgress };
    const outcome = await importCollection(database, commandLineActor, { begun, files, options, settings });
    progress.clear();
    for (const file of outcome.files)
      await printLine(json ? jsonLine(file) : describeOutcome({ ...file, reports: [] }));
    if (!json) await printLine(summary(outcome, options));
    return outcome;
  } finally {
    stopWatching();
    process.off('SIGINT', stop);
    progress.stop();
  }
}

async function* openFiles(
  pool: ReaderPool,
  paths: readonly string[],
  options: ImportOptions,
  signal: AbortSignal,
): AsyncGenerator<CollectionFile> {
  for (const path of paths) {
    const read = await readBytes(path, options);
    const bytes = 'bytes' in read ? read.bytes : new Uint8Array();
    const parts = 'bytes' in read ? pool.collect(bytes, basename(path), options, signal) : unread(read.draft);
    yield { fileName: path, bytes, sha256: sha256(bytes), parts };
  }
}

async function* unread(
  draft: Omit<Extract<CollectionPart, { kind: 'reports' }>, 'kind' | 'bytesRead'>,
): AsyncGenerator<CollectionPart> {
  yield { kind: 'reports', ...draft, bytesRead: 0 };
}

/** A file that cannot be looked at is told when its turn comes. */
async function bytesOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function summary({ run, status, progress }: CollectionOutcome, { dryRun }: ImportOptions): string {
  const { reportsRead, reportsStored, reportsUnchanged, reportsRejected } = progress;
  if (dryRun) return `试读 ${reportsRead} 份报告：${reportsRejected} 份会被拒绝。没有保存任何内容。`;
  const counts = `存入 ${reportsStored} 份，没有改动 ${reportsUnchanged} 份，拒绝 ${reportsRejected} 份`;
  return status === 'CANCELLED'
    ? `已取消。此前${counts}；存入的仍然有效（导入编号 ${run}）。`
    : `共 ${reportsRead} 份报告：${counts}（导入编号 ${run}）。`;
}
