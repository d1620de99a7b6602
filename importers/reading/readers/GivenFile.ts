import type { Encoding } from '../../draft/draft.js';
import type { Limits } from '../../files/limits.js';
import { sniff, type Content } from '../../files/sniff.js';

/** A file that somebody gave, of a kind that readers find out. */
export class GivenFile {
  readonly bytes: Buffer;
  #content: Content | null = null;

  constructor(
    bytes: Uint8Array,
    readonly fileName: string,
    readonly limits: Limits,
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** What the bytes are. Bytes that are nothing that can be read are refused: who knows them looks before. */
  get content(): Content {
    return (this.#content ??= sniff(this.bytes));
  }

  /** How the text was encoded, as far as anybody has looked. */
  get encoding(): Encoding | null {
    return this.#content && 'encoding' in this.#content ? this.#content.encoding : null;
  }
}
