import { once } from 'node:events';

/** Prints a line and waits while the reader of a pipe is slower than we are. */
export async function printLine(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}
