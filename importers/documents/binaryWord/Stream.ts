import { broken } from '../../files/zipEntries.js';

/** So many are compared faster one by one. */
const fewBytes = 24;

/** Numbers of a stream, or of a part of one. Whatever points outside it is a broken file, never a zero. */
export class Stream {
  constructor(
    private readonly bytes: Buffer,
    private readonly start = 0,
    readonly length = bytes.length,
  ) {}

  u8(at: number): number {
    this.check(at, 1);
    return this.bytes[this.start + at] ?? 0;
  }

  u16(at: number): number {
    this.check(at, 2);
    const { bytes } = this;
    const place = this.start + at;
    return (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16;
  }

  u32(at: number): number {
    this.check(at, 4);
    const { bytes } = this;
    const place = this.start + at;
    const low = (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);
    const high = (bytes[place + 2] ?? 0) | ((bytes[place + 3] ?? 0) << 8);
    return (low | (high << 16)) >>> 0;
  }

  part(from: number, length: number): Stream {
    this.check(from, length);
    return new Stream(this.bytes, this.start + from, length);
  }

  toBuffer(): Buffer {
    return this.bytes.subarray(this.start, this.start + this.length);
  }

  /** Whether as many bytes are the same at one place and at the other. */
  isSame(one: number, other: number, length: number): boolean {
    this.check(one, length);
    this.check(other, length);
    const { bytes, start } = this;
    if (length > fewBytes) {
      const [from, to] = [start + one, start + other];
      return bytes.compare(bytes, to, to + length, from, from + length) === 0;
    }
    for (let at = start; at < start + length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
    return true;
  }

  private check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw broken('文件已损坏');
  }
}
