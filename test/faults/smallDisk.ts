import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** As root outside, so that another user may be taken inside; as anybody else in a namespace of users. */
const unshare = process.getuid?.() === 0 ? ['-m'] : ['-rm'];
const script = 'mount -t tmpfs -o "size=$1,mode=777" tmpfs "$2" && shift 2 && exec "$@"';

/** Whether this user may mount a disk of a few MiB that only the processes on it see. */
export const mayMount =
  spawnSync('unshare', [...unshare, 'sh', '-ec', script, 'sh', '1m', '/mnt', 'true']).status === 0;

/** A command that sees, at a folder, a disk of so many MiB: a real one, in memory. Its process id is that of the disk. */
export function onSmallDisk(folder: string, mebibytes: number, command: readonly string[]): string[] {
  return ['unshare', ...unshare, 'sh', '-ec', script, 'sh', `${mebibytes}m`, folder, ...command];
}

/** The disk of a process, filled to its last byte and freed again. */
export function diskOf(processId: number, folder: string): { fill(): void; free(): void } {
  const ballast = join(`/proc/${processId}/root`, folder, 'ballast');
  return {
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2))
          writeAll(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast),
  };
}

/** Until nothing of that size fits any more. */
function writeAll(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) === bytes.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
