import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  const kept = await contentOf(file);
  if (kept === null) return createKey(file, algorithm);
  const key = readSigningKey(kept);
  if (!key) throw new Failure(`${file} 不是 Ed25519 或 SM2 的私钥（PEM，没有密码）。`);
  return key;
}

async function createKey(file: string, algorithm: SigningAlgorithm): Promise<SigningKey> {
  const secret = newSigningKey(algorithm);
  const key = readSigningKey(secret);
  if (!key) throw new Error('a new key cannot be read');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, secret, { flag: 'wx', mode: 0o600 });
  await writeFile(`${file}.pub`, key.publicKey);
  console.error(`已生成签名的私钥 ${file}，请妥善保存；公钥 ${file}.pub 交给接收方。`);
  return key;
}

async function contentOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
