import { CFB } from '@e965/xlsx';
import { agileKey, decryptAgile } from './agileKey.js';
import { decryptStandard, standardKey } from './standardKey.js';

const agile = 4;

/**
 * The package inside an encrypted workbook that is only protected from changes; null when it has a password of
 * its own, or is encrypted in a way that is not known.
 */
export function writeProtected(bytes: Buffer): Buffer | null {
  try {
    return decryptedPackage(bytes);
  } catch (error) {
    // Cut short, or built by hand: a length that is no key, a block that is no block.
    if (error instanceof Error) return null;
    throw error;
  }
}

function decryptedPackage(bytes: Buffer): Buffer | null {
  const container = CFB.read(bytes, { type: 'buffer' });
  const [info, encrypted] = ['EncryptionInfo', 'EncryptedPackage'].map((name) => {
    const content = CFB.find(container, name)?.content;
    return content ? Buffer.from(content) : null;
  });
  if (!info || !encrypted) return null;
  if (info.readUInt16LE(0) === agile && info.readUInt16LE(2) === agile) {
    const key = agileKey(info);
    return key && decryptAgile(encrypted, key);
  }
  const key = info.readUInt16LE(2) === 2 ? standardKey(info) : null;
  return key && decryptStandard(encrypted, key);
}
