import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import { readersOf } from '../../support/readers.js';
import { spinning } from '../../support/spinning.js';
import { makeWorkbook } from './zip.js';

const options = { blanksAreZero: false };
const small = makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');

let folder: string;
let pool: ReaderPool;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-readers-'));
  pool = createReaderPool({ deadlineMilliseconds: 2_500 });
});
afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

async function onlyReader(): Promise<number> {
  await expect.poll(() => readersOf().length, { timeout: 10_000 }).toBe(1);
  return readersOf()[0] ?? 0;
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

describe('a process that reads files', { timeout: 60_000 }, () => {
  test('is replaced when it was killed: what it read is read once more, what waited is read', async () => {
    await pool.read(small, '年报.xlsx', options);
    const stuck = pool.read(spinning(), '年报.ods', options);
    const next = pool.read(small, '年报.xlsx', options);
    const first = await onlyReader();
    process.kill(first, 'SIGKILL');
    await expect.poll(() => readersOf().some((id) => id !== first), { timeout: 10_000 }).toBe(true);
    expect((await stuck).problems.map(({ code }) => code)).toEqual(['TIMED_OUT']);
    expect((await next).format).toBe('xlsx');
  });

  test('killed while it waits for work, is not missed', async () => {
    await pool.read(small, '年报.xlsx', options);
    process.kill(await onlyReader(), 'SIGKILL');
    expect((await pool.read(small, '年报.xlsx', options)).format).toBe('xlsx');
  });

  test('reads a file where it lies', async () => {
    const path = join(folder, 'upload');
    writeFileSync(path, small);
    const draft = await pool.read({ path, byteLength: small.length }, '年报.xlsx', options);
    expect(draft.format).toBe('xlsx');
  });

  test('ends with the one that started it, however busy a file keeps it', async () => {
    const file = join(folder, '慢.ods');
    writeFileSync(file, spinning());
    const script = `
      import { createReaderPool } from ${JSON.stringify(new URL('../../../dist/importers/worker/readerPool.js', import.meta.url).href)};
      await createReaderPool().read({ path: ${JSON.stringify(file)}, byteLength: 1 }, '慢.ods', { blanksAreZero: false });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    const parentId = parent.pid ?? 0;
    await expect.poll(() => readersOf(parentId).length, { timeout: 10_000 }).toBe(1);
    const [reader = 0] = readersOf(parentId);
    parent.kill('SIGKILL');
    await expect.poll(() => isThere(reader), { timeout: 10_000 }).toBe(false);
  });

  test('ends when that one was gone before it began', async () => {
    const script = new URL('../../../dist/importers/worker/readWorker.js', import.meta.url);
    const nobody = '0';
    const orphan = fork(script, [nobody], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    expect(await once(orphan, 'exit')).toEqual([null, 'SIGKILL']);
  });

  test('stands below whoever started it, also where that one was started low itself', async () => {
    setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + 8));
    expect((await pool.read(small, '年报.xlsx', options)).format).toBe('xlsx');
    expect(getPriority(await onlyReader())).toBe(
      Math.min(constants.priority.PRIORITY_LOW, getPriority() + 5),
    );
  });
});
