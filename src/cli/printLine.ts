import { once } from 'node:events';

/** Prints a line and waits while the reader of a pipe is slower than we are. */
export function printLine(text: string): Promise<void> {
  return print(`${text}\n`);
}

/** The same for a text that ends as it ends. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
