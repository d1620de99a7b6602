import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is being written, and where it lies. */
export interface OpenUpload {
  readonly path: string;
  readonly handle: FileHandle;
}

/** Where uploads lie that are too large for memory, from their first bytes until they are stored. */
export class UploadFolder {
  readonly #folder: string;

  /** `parent` may be shared by several services on one machine. */
  constructor(private readonly parent: string) {
    this.#folder = join(parent, `${process.pid}-${randomUUID()}`);
  }

  /** What a service left behind that was killed goes. */
  async removeOld(): Promise<void> {
    mkdirSync(this.parent, { recursive: true, mode: 0o700 });
    const old = readdirSync(this.parent).filter((name) => /^\d+-[\da-f-]{36}$/.test(name) && isOver(name));
    await Promise.all(old.map((name) => rm(join(this.parent, name), { recursive: true, force: true })));
  }

  async create(): Promise<OpenUpload> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    return { path, handle: await open(path, 'wx', 0o600) };
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}

/** Whether the process that made a folder is gone. One of the same number, of somebody else, keeps it for longer. */
function isOver(name: string): boolean {
  try {
    return !process.kill(Number.parseInt(name, 10), 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
