import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  newSigningKey,
  readSigningKey,
  type SigningAlgorithm,
  type SigningKey,
} from '../../exports/drop/signingKey.js';
import { Failure } from '../Failure.js';

/** The private key in a file; a new one when there is none, with its public key beside it for the receivers. */
export async function openSigningKey(file: string, algorithm: SigningAlgorithm): Promise<SigningKey> {
  const kept = (await contentOf(file)) ?? (await createKey(file, algorithm));
  const key = readSigningKey(kept);
  if (!key) throw new Failure(`${file} 不是 Ed25519 或 SM2 的私钥（PEM，没有密码）。`);
  return key;
}

/** Written aside and named when it is whole: of several processes that begin at once, all take the first one's. */
async function createKey(file: string, algorithm: SigningAlgorithm): Promise<string> {
  const secret = newSigningKey(algorithm);
  const key = readSigningKey(secret);
  if (!key) throw new Error('a new key cannot be read');
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(part, secret, { flag: 'wx', mode: 0o600 });
    await link(part, file);
  } catch (error) {
    const others = isThere(error) ? await contentOf(file) : null;
    if (others === null) throw error;
    return others;
  } finally {
    await rm(part, { force: true });
  }
  await writeFile(`${file}.pub`, key.publicKey);
  console.error(`已生成签名的私钥 ${file}，请妥善保存；公钥 ${file}.pub 交给接收方。`);
  return secret;
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

async function contentOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
