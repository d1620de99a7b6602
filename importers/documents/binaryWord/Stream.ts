import { broken } from '../../files/zipEntries.js';

/** Numbers of a stream, or of a part of one. Whatever points outside it is a broken file, never a zero. */
export class Stream {
  constructor(
    private readonly bytes: Buffer,
    private readonly start = 0,
    readonly length = bytes.length,
  ) {}

  u8(at: number): number {
    this.check(at, 1);
    return this.byte(at);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.byte(at) | (this.byte(at + 1) << 8);
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16;
  }

  u32(at: number): number {
    this.check(at, 4);
    return (this.u16(at) | (this.u16(at + 2) << 16)) >>> 0;
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
    for (let at = 0; at < length; at++) if (this.byte(one + at) !== this.byte(other + at)) return false;
    return true;
  }

  private byte(at: number): number {
    return this.bytes[this.start + at] ?? 0;
  }

  private check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw broken('文件已损坏');
  }
}
