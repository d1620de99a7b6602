import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { keepReceipt } from '../../filing/deliveries/drops.js';

/** Where, in the folder of the drop, a connected system lays down what it says. */
export const acknowledgementFolder = 'acknowledgements';

const largest = 64 * 1024;

const acknowledgement = z.object({
  key: z.string(),
  status: z.enum(['ACCEPTED', 'REJECTED']),
  message: z.string().max(2000).default(''),
});

export interface ReadAcknowledgements {
  readonly read: number;
  /** What could not be taken, and why: it stays where it is. */
  readonly left: readonly string[];
}

/** Takes what connected systems have laid down into the log of deliveries, and puts it aside as read. */
export async function readAcknowledgements(
  manager: EntityManager,
  target: string,
): Promise<ReadAcknowledgements> {
  const folder = join(target, acknowledgementFolder);
  const done = join(folder, 'read');
  await mkdir(done, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  const left: string[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const said = await parse(file);
    const isKept =
      said !== null &&
      (await keepReceipt(manager, {
        ...{ target, key: said.key, message: said.message },
        accepted: said.status === 'ACCEPTED',
      }));
    if (isKept) await rename(file, join(done, name));
    else left.push(said === null ? `${name} 不是回执` : `${name} 说的“${said.key.slice(0, 100)}”没有写出过`);
  }
  return { read: names.length - left.length, left };
}

async function parse(file: string): Promise<z.infer<typeof acknowledgement> | null> {
  if ((await stat(file)).size > largest) return null;
  try {
    const given: unknown = JSON.parse(await readFile(file, 'utf8'));
    return acknowledgement.safeParse(given).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
