import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodedName } from '../../text/decodedName.js';
import { decodeText } from '../../../importers/files/encoding.js';
import { RefusedFile } from '../../../importers/files/refusedFile.js';
import { keepReceipt } from '../../filing/deliveries/drops.js';
import { shortened } from '../../text/shortened.js';

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
  // A system in which names are GB18030 lays down files whose names are no UTF-8.
  const names = (await readdir(folder, { encoding: 'buffer' })).filter((name) =>
    /^[^.].*\.json$/.test(name.toString('latin1')),
  );
  const left: string[] = [];
  let read = 0;
  for (const written of names.sort(Buffer.compare)) {
    const file = Buffer.concat([Buffer.from(`${folder}/`), written]);
    const said = await parse(file);
    if (said === 'gone') continue;
    const isKept =
      said !== null &&
      (await keepReceipt(manager, {
        ...{ target, key: said.key, message: said.message },
        accepted: said.status === 'ACCEPTED',
      }));
    const name = decodedName(written) ?? written.toString();
    if (isKept) {
      await rename(file, Buffer.concat([Buffer.from(`${done}/`), written])).catch(unlessGone);
      read += 1;
    } else
      left.push(said === null ? `${name} 不是回执` : `${name} 说的“${shortened(said.key, 100)}”没有写出过`);
  }
  return { read, left };
}

/** What a file says; null when it is no receipt, gone when another drop has just put it aside. */
async function parse(file: Buffer): Promise<z.infer<typeof acknowledgement> | null | 'gone'> {
  try {
    const found = await lstat(file);
    if (!found.isFile() || found.size > largest) return null;
    const given: unknown = JSON.parse(decodeText(await readFile(file)).text);
    return acknowledgement.safeParse(given).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RefusedFile) return null;
    unlessGone(error);
    return 'gone';
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
