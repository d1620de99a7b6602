import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMigrated, migrate, openDatabase } from '../../src/database/dataSource.js';
import { DatabaseInUse } from '../../src/database/lockFile.js';

let folder: string;
let script: string;
const data = () => join(folder, 'data');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
  const lockFile = join(folder, 'lockFile.mjs');
  writeFileSync(lockFile, javaScriptOf('src/database/lockFile.ts'));
  script = join(folder, 'hold.mjs');
  writeFileSync(
    script,
    `import { lockFolder } from ${JSON.stringify(pathToFileURL(lockFile).href)};
     try {
       lockFolder(process.argv[2]);
       process.stdout.write('held\\n');
       process.stdin.resume();
     } catch (error) {
       process.stdout.write(error.name + '\\n');
     }`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function javaScriptOf(file: string): string {
  return ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

/** Another process that wants the folder, and what it said. */
async function otherProcess(): Promise<{ child: ChildProcessWithoutNullStreams; said: string }> {
  const child = spawn(process.execPath, [script, data()]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
}

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('the embedded database serves one process', async () => {
  const dataSource = await openDatabase({ folder: data() });
  try {
    await migrate(dataSource);
    expect((await otherProcess()).said).toBe('DatabaseInUse');
    await expect(openDatabase({ folder: data() })).rejects.toBeInstanceOf(DatabaseInUse);
    expect(statSync(data()).mode & 0o777).toBe(0o700);
  } finally {
    await dataSource.destroy();
  }
});

test('a process that ends gives the folder and what is in it back, however it ends', async () => {
  const { child, said } = await otherProcess();
  expect(said).toBe('held');
  await expect(openDatabase({ folder: data() })).rejects.toThrow(`另一个进程（${child.pid}）`);
  await kill(child);
  const dataSource = await openDatabase({ folder: data() });
  expect(await isMigrated(dataSource)).toBe(true);
  await dataSource.destroy();
  const next = await otherProcess();
  expect(next.said).toBe('held');
  await kill(next.child);
});
