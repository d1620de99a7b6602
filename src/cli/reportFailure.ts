import { CommanderError } from 'commander';
import { DatabaseInUse } from '../database/lockFile.js';
import { databaseTrouble } from '../database/databaseTrouble.js';
import { Refusal } from '../filing/refusal.js';
import { Failure } from './Failure.js';

/** Says in one sentence what went wrong and sets the exit code; only what nobody expected shows its stack. */
export function reportFailure(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.exitCode = 1;
  const trouble = databaseTrouble(error);
  if (trouble) console.error(`${trouble.code}：${trouble.message}`);
  else if (error instanceof Refusal)
    for (const { code, message } of error.all) console.error(`${code}：${message}`);
  else if (error instanceof Failure || error instanceof DatabaseInUse) console.error(error.message);
  else console.error('程序出错：', error);
}
