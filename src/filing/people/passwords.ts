import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** What one scrypt costs: memory is 128 · N · r bytes. Kept with every password, so that it can be raised. */
interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export const passwordCosts = {
  /** What people choose can be guessed: 32 MiB three times over. */
  chosen: { N: 2 ** 15, r: 8, p: 3 },
  /** What is drawn cannot; a list of a thousand offices is to be done in seconds. */
  drawn: { N: 2 ** 14, r: 8, p: 1 },
} as const satisfies Record<string, Cost>;

const keyBytes = 32;

/** `scrypt$N$r$p$salt$key` */
export async function hashPassword(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('an unknown kind of password');
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(expected, await derive(password, Buffer.from(salt, 'base64url'), cost));
}

/** Takes as long as looking at a password that somebody chose: a name that is not known answers no sooner. */
export async function wasteTime(password: string): Promise<void> {
  await derive(password, randomBytes(16), passwordCosts.chosen);
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Letters and digits that nobody mistakes for each other on a slip of paper. */
const drawnFrom = ['ABCDEFGHJKLMNPQRTUVWXY', 'abcdefghijkmnpqrtuvwxy', '346789'].join('');

/** A first password, such as `hT7m-Rq3w-k9vN`: 67 bits, every kind of character. */
export function drawPassword(): string {
  for (;;) {
    const letters = Array.from({ length: 12 }, () => drawnFrom[randomInt(drawnFrom.length)]);
    const drawn = letters.join('').replace(/(.{4})(?=.)/g, '$1-');
    if (/[A-Z]/.test(drawn) && /[a-z]/.test(drawn) && /\d/.test(drawn)) return drawn;
  }
}
