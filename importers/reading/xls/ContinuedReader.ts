/** Reads what is spread over a record and those that continue it. Throws a RangeError at the end. */
export class ContinuedReader {
  #piece = 0;
  #at = 0;

  constructor(private readonly pieces: readonly Buffer[]) {}

  byte(): number {
    while (this.#at >= this.#current().length) this.#next();
    const value = this.#current().readUInt8(this.#at);
    this.#at += 1;
    return value;
  }

  word(): number {
    return this.byte() + this.byte() * 0x100;
  }

  long(): number {
    return this.word() + this.word() * 0x1_0000;
  }

  skip(count: number): void {
    let left = count;
    while (left > this.#current().length - this.#at) {
      left -= this.#current().length - this.#at;
      this.#next();
    }
    this.#at += left;
  }

  /** Where characters are cut, what continues them begins by saying anew how wide they are. */
  characters(count: number, areWide: boolean): string {
    let text = '';
    let size = areWide ? 2 : 1;
    let left = count;
    while (left > 0) {
      if (this.#at >= this.#current().length) {
        this.#next();
        size = this.byte() & 1 ? 2 : 1;
        continue;
      }
      const taken = Math.min(left, Math.floor((this.#current().length - this.#at) / size));
      if (taken === 0) throw new RangeError('half a character');
      const end = this.#at + taken * size;
      text += this.#current().toString(size === 2 ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
      left -= taken;
    }
    return text;
  }

  #current(): Buffer {
    const piece = this.pieces[this.#piece];
    if (!piece) throw new RangeError('nothing is left');
    return piece;
  }

  #next(): void {
    this.#piece += 1;
    this.#at = 0;
  }
}
