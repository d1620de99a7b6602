import { readdirSync, readFileSync } from 'node:fs';

/** The processes of a program that read files: of this one unless another is meant. */
export function readersOf(parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isReaderOf(name, parent))
    .map(Number);
}

/** A process may be gone before it has been looked at. */
function isReaderOf(name: string, parent: number): boolean {
  try {
    const [, after = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ');
    const [state, parentOf] = after.split(' ');
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
    return state !== 'Z' && Number(parentOf) === parent && /(read|collection)Worker\.js/.test(command);
  } catch {
    return false;
  }
}
