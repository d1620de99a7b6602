import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { sha256 } from '../../filing/sha256.js';

export const signingAlgorithms = ['ed25519', 'sm2'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** What a manifest says of how its files were signed. */
export interface SignatureScheme {
  readonly algorithm: 'Ed25519' | 'SM2-SM3';
  /** GB/T 32918: what goes into the digest beside the bytes; of SM2 alone. */
  readonly userId?: string;
  /** How the signature is written, before Base64. */
  readonly encoding: 'RAW' | 'DER';
  /** SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
}

export interface SigningKey {
  readonly scheme: SignatureScheme;
  /** SPKI, PEM. */
  readonly publicKey: string;
  /** Base64, over the exact bytes. */
  sign(bytes: Uint8Array): string;
}

/** The one that GB/T 35276 gives to whoever agrees on no other. */
const userId = '1234567812345678';

/** Of a public key of SM2 (SPKI) and of a private one (PKCS #8), up to the numbers themselves. */
const spki = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
const pkcs8 = '308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420';
const between = 'a144034200';

/** The object identifier of the curve, and a private key of 32 bytes as PKCS #8 and SEC 1 both write it. */
const curve = '06082a811ccf5501822d';
const secretNumber = /0201010420([0-9a-f]{64})/;

/** A new private key as PEM (PKCS #8). */
export function newSigningKey(algorithm: SigningAlgorithm): string {
  if (algorithm === 'ed25519')
    return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return pem('PRIVATE KEY', `${pkcs8}${privateKey}${between}${publicKey}`);
}

/** A private key of Ed25519 or SM2 from its PEM; null when it is neither, or has a password. */
export function readSigningKey(text: string): SigningKey | null {
  const [, body = ''] = /-----BEGIN (?:EC |SM2 )?PRIVATE KEY-----([^-]+)-----END/.exec(text) ?? [];
  const der = Buffer.from(body, 'base64').toString('hex');
  // Node signs by this curve without a user id, and not by SM2 at all with a fresh key: it is kept away from it.
  if (der.includes(curve)) return sm2Key(secretNumber.exec(der)?.[1]);
  return ed25519Key(text);
}

function ed25519Key(text: string): SigningKey | null {
  const key = privateKeyOf(text);
  if (key?.asymmetricKeyType !== 'ed25519') return null;
  const open = createPublicKey(key);
  const keyId = sha256(open.export({ type: 'spki', format: 'der' }));
  return {
    scheme: { algorithm: 'Ed25519', encoding: 'RAW', keyId },
    publicKey: open.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}

function privateKeyOf(text: string) {
  try {
    return createPrivateKey(text);
  } catch (error) {
    // What OpenSSL says of a text that is no key helps nobody.
    if (error instanceof Error) return null;
    throw error;
  }
}

function sm2Key(secret: string | undefined): SigningKey | null {
  if (secret === undefined) return null;
  const publicKey = sm2.getPublicKeyFromPrivateKey(secret);
  const keyId = sha256(Buffer.from(spki + publicKey, 'hex'));
  return {
    scheme: { algorithm: 'SM2-SM3', userId, encoding: 'DER', keyId },
    publicKey: pem('PUBLIC KEY', spki + publicKey),
    sign: (bytes) => {
      const options = { hash: true, der: true, userId, publicKey };
      return Buffer.from(sm2.doSignature(new Uint8Array(bytes), secret, options), 'hex').toString('base64');
    },
  };
}

function pem(label: string, hex: string): string {
  const lines = Buffer.from(hex, 'hex').toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
