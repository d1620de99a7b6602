import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (program, args, cwd) =>
  execFileSync(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

/**
 * Another commit, checked out and compiled in a folder of its own; or a folder that holds one, compiled. It shares the packages of this one when both
 * name the same in package-lock.json, and installs its own when they do not.
 */
export function checkOut(revision) {
  if (existsSync(join(revision, 'dist')))
    return { commit: run('git', ['rev-parse', 'HEAD'], revision).trim(), folder: revision, remove() {} };
  const commit = run('git', ['rev-parse', '--verify', `${revision}^{commit}`], root).trim();
  const folder = join(mkdtempSync(join(tmpdir(), 'nianbao-against-')), 'nianbao');
  const remove = () => {
    run('git', ['worktree', 'remove', '--force', folder], root);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  };
  run('git', ['worktree', 'add', '--quiet', '--detach', folder, commit], root);
  try {
    if (lockOf(folder) === lockOf(root)) {
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      compile(folder);
    } else run('npm', ['ci', '--silent'], folder);
  } catch (error) {
    remove();
    throw error;
  }
  return { commit, folder, remove };
}

export function compile(folder) {
  run(process.execPath, ['scripts/build.js'], folder);
}

function lockOf(folder) {
  return readFileSync(join(folder, 'package-lock.json'), 'utf8');
}
