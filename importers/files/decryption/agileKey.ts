import { createDecipheriv, createHash } from 'node:crypto';
import { builtInPassword } from './builtInPassword.js';

/** ECMA-376 agile encryption, [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15. */
export interface AgileKey {
  readonly key: Buffer;
  readonly salt: Buffer;
  readonly hash: string;
  readonly blockSize: number;
}

/** Excel writes 100,000; what asks for many more would only keep the reader busy. */
const mostRounds = 200_000;
const segmentBytes = 4_096;
const purposes = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  value: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};

/** The key of a package whose EncryptionInfo is given, if the built-in password opens it. */
export function agileKey(info: Buffer): AgileKey | null {
  const xml = info.toString('utf8', 8);
  const data = attributesOf(/<keyData\b([^>]*)>/.exec(xml)?.[1] ?? '');
  const own = attributesOf(/<(?:\w+:)?encryptedKey\b([^>]*)>/.exec(xml)?.[1] ?? '');
  const hash = hashName(own['hashAlgorithm']);
  const rounds = Number(own['spinCount']);
  const isKnown = own['cipherAlgorithm'] === 'AES' && own['cipherChaining'] === 'ChainingModeCBC';
  if (!hash || !isKnown || !(rounds <= mostRounds)) return null;
  const salt = base64(own['saltValue']);
  const keyBytes = Number(own['keyBits']) / 8;
  let spun = digest(hash, salt, builtInPassword);
  for (let round = 0; round < rounds; round += 1) spun = digest(hash, number(round), spun);
  const opened = (purpose: Buffer, value: string | undefined): Buffer =>
    decrypted(fitted(digest(hash, spun, purpose), keyBytes), fitted(salt, 16), base64(value));
  const input = opened(purposes.input, own['encryptedVerifierHashInput']);
  const expected = digest(hash, input.subarray(0, Number(own['saltSize'])));
  if (
    !opened(purposes.value, own['encryptedVerifierHashValue']).subarray(0, expected.length).equals(expected)
  )
    return null;
  const dataHash = hashName(data['hashAlgorithm']);
  if (!dataHash) return null;
  return {
    key: opened(purposes.key, own['encryptedKeyValue']).subarray(0, Number(data['keyBits']) / 8),
    salt: base64(data['saltValue']),
    hash: dataHash,
    blockSize: Number(data['blockSize']),
  };
}

/** A package begins with its size; then each segment has a beginning of its own. */
export function decryptAgile(encrypted: Buffer, { key, salt, hash, blockSize }: AgileKey): Buffer {
  const size = Number(encrypted.readBigUInt64LE(0));
  const segments: Buffer[] = [];
  for (let at = 8, segment = 0; at < encrypted.length; at += segmentBytes, segment += 1) {
    const bytes = encrypted.subarray(at, at + segmentBytes);
    const whole = bytes.subarray(0, Math.floor(bytes.length / 16) * 16);
    const start = fitted(digest(hash, salt, number(segment)), blockSize);
    segments.push(decrypted(key, start, whole));
  }
  return Buffer.concat(segments).subarray(0, size);
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function hashName(name: string | undefined): string | null {
  return name !== undefined && /^SHA-?(1|256|384|512)$/.test(name)
    ? name.replace('-', '').toLowerCase()
    : null;
}

/** Cut, or filled up with what the standard says. */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

function decrypted(key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function digest(hash: string, ...pieces: readonly Buffer[]): Buffer {
  const made = createHash(hash);
  for (const piece of pieces) made.update(piece);
  return made.digest();
}

function base64(text = ''): Buffer {
  return Buffer.from(text, 'base64');
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
