import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';

/** Numbers of a stream. Whatever points outside it is a broken file, never a zero. */
export class Stream {
  readonly length: number;

  constructor(readonly bytes: Buffer) {
    this.length = bytes.length;
  }

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
    return this.bytes.readUInt32LE(at);
  }

  part(from: number, length: number): Stream {
    this.check(from, length);
    return new Stream(this.bytes.subarray(from, from + length));
  }

  /** A number that is the same for the same bytes, and mostly another one for others. */
  sum(from: number, length: number): number {
    this.check(from, length);
    let sum = length;
    for (let at = from; at < from + length; at++) sum = (Math.imul(sum, 31) + this.byte(at)) | 0;
    return sum;
  }

  isSame(one: Extent, other: Extent): boolean {
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++)
      if (this.byte(one.offset + at) !== this.byte(other.offset + at)) return false;
    return true;
  }

  private byte(at: number): number {
    return this.bytes[at] ?? 0;
  }

  private check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw broken('文件已损坏');
  }
}
