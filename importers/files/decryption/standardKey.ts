import { createDecipheriv, createHash } from 'node:crypto';
import { builtInPassword } from './builtInPassword.js';

/** ECMA-376 standard encryption, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. */
const rounds = 50_000;
const aes128 = 0x660e;
const keyBytes = 16;
const saltBytes = 16;
const hashBytes = 20;

/** The key of a package whose EncryptionInfo is given, if the built-in password opens it. */
export function standardKey(info: Buffer): Buffer | null {
  const headerSize = info.readUInt32LE(8);
  const verifier = 12 + headerSize;
  if (info.readUInt32LE(12 + 8) !== aes128 || info.readUInt32LE(verifier) !== saltBytes) return null;
  const salt = info.subarray(verifier + 4, verifier + 4 + saltBytes);
  const input = info.subarray(verifier + 20, verifier + 36);
  const hash = info.subarray(verifier + 40, verifier + 72);
  const key = derived(salt);
  const expected = sha1(decrypted(key, input));
  return decrypted(key, hash).subarray(0, hashBytes).equals(expected) ? key : null;
}

/** A package begins with its size; the rest is decrypted at once. */
export function decryptStandard(encrypted: Buffer, key: Buffer): Buffer {
  const size = Number(encrypted.readBigUInt64LE(0));
  const whole = encrypted.subarray(8, 8 + Math.floor((encrypted.length - 8) / 16) * 16);
  return decrypted(key, whole).subarray(0, size);
}

function derived(salt: Buffer): Buffer {
  let hash = sha1(salt, builtInPassword);
  for (let round = 0; round < rounds; round += 1) hash = sha1(number(round), hash);
  hash = sha1(hash, number(0));
  const inner = Buffer.alloc(64, 0x36);
  for (let at = 0; at < hash.length; at += 1) inner[at] = 0x36 ^ (hash[at] ?? 0);
  return sha1(inner).subarray(0, keyBytes);
}

function decrypted(key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function sha1(...pieces: readonly Buffer[]): Buffer {
  const hash = createHash('sha1');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
