import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The embedded database serves one process; a second one would destroy it. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';

  constructor(folder: string, file: string, processId: number) {
    super(
      `数据目录 ${folder} 正由另一个进程（${processId}）使用。请先停止它，或设置 DATABASE_URL 改用 PostgreSQL；` +
        `如确认没有别的进程在使用，请删除 ${file} 后重试。`,
    );
  }
}

/** Folders held by this process: the process id in a lock file cannot tell two holders of one process apart. */
const held = new Set<string>();

/**
 * Takes the lock of a data folder for this process. The lock of a process that no longer runs is taken over.
 * @returns how to give the lock back
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'nianbao.lock');
  if (held.has(file)) throw new DatabaseInUse(folder, file, process.pid);
  if (!tryToWrite(file)) {
    const holder = readHolder(file);
    if (holder !== null && holder !== process.pid && isRunning(holder))
      throw new DatabaseInUse(folder, file, holder);
    takeAway(file, holder);
    if (!tryToWrite(file)) throw new DatabaseInUse(folder, file, readHolder(file) ?? 0);
  }
  held.add(file);
  return () => {
    if (held.delete(file)) rmSync(file, { force: true });
  };
}

function tryToWrite(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process id in a lock file; null when the file is gone or holds none. */
function readHolder(file: string): number | null {
  try {
    const holder = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isNaN(holder) ? null : holder;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes a dead lock, but never one that another process has just put in its place. */
function takeAway(file: string, deadHolder: number | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return;
    throw error;
  }
  if (readHolder(aside) !== deadHolder) linkSync(aside, file);
  rmSync(aside);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
