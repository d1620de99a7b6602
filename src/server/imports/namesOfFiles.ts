import { decodedName } from '../../text/decodedName.js';

/** Longer heads are refused by who reads the parts. */
const longestHead = 80 * 1024;
const headEnd = Buffer.from('\r\n\r\n');

const fileName =
  /^content-disposition:[^\r\n]*?;\s*filename=(?:"([^\r\n]*?)"[ \t]*(?=;|\r|$)|([^";\r\n]+))/im;
const bytesOrCoded =
  /^content-type:[ \t]*application\/octet-stream|^content-disposition:[^\r\n]*;\s*filename\*=/im;

/**
 * The names of the files of a form as bytes. Browsers write them in UTF-8, but a program on a Chinese Windows in
 * GB18030, and whoever reads the parts has only marks of replacement left of those.
 */
export class NamesOfFiles {
  readonly #boundary: Buffer;
  /** What may be the beginning of a mark or of a head; a boundary stands at the beginning of a line. */
  #rest = Buffer.from('\r\n');
  #isHead = false;
  readonly #written: Buffer[] = [];

  constructor(contentType: string | undefined) {
    const [, quoted, plain = ''] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? [];
    this.#boundary = Buffer.from(`\r\n--${quoted ?? plain}`, 'latin1');
  }

  /** Looks at what comes, piece by piece, in its order. */
  see(piece: Uint8Array): void {
    let bytes = Buffer.concat([this.#rest, piece]);
    for (;;) {
      const mark = this.#isHead ? headEnd : this.#boundary;
      const at = bytes.indexOf(mark);
      if (at === -1) {
        const kept = this.#isHead ? longestHead : mark.length - 1;
        this.#rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - kept)));
        return;
      }
      if (this.#isHead) this.#keepName(bytes.subarray(0, at));
      // Of a part without anything in it the line break of its head is the one before the next boundary.
      bytes = bytes.subarray(this.#isHead ? at + mark.length - 2 : at + mark.length);
      this.#isHead = !this.#isHead;
    }
  }

  /** The name of the next file, as it was written. `shown` is what is left of it when it is taken for UTF-8. */
  nameOf(shown: string | undefined): string {
    const written = this.#written.shift();
    if (!written?.toString('utf8').includes('\ufffd')) return shown ?? '';
    const name = decodedName(written);
    return name === null ? (shown ?? '') : (/[^/\\]*$/.exec(name)?.[0] ?? name);
  }

  /** A part is a file when it has a name, or says that it is bytes. */
  #keepName(head: Buffer): void {
    const text = head.toString('latin1');
    const [named, quoted, plain] = fileName.exec(text) ?? [];
    if (named !== undefined || bytesOrCoded.test(text))
      this.#written.push(Buffer.from(quoted ?? plain ?? '', 'latin1'));
  }
}
