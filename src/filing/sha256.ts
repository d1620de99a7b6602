import { createHash } from 'node:crypto';
import type { Sha256 } from '../brands/brands.js';

/** In lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): Sha256 {
  return new Sha256Sum().update(content).digest();
}

/** The SHA-256 of what comes piece by piece. */
export class Sha256Sum {
  readonly #hash = createHash('sha256');

  update(piece: string | Uint8Array): this {
    this.#hash.update(piece);
    return this;
  }

  digest(): Sha256 {
    return this.#hash.digest('hex') as Sha256;
  }
}
