import { broken } from '../../files/zipEntries.js';

/** Numbers of a stream, or of a part of one. Whatever points outside it is a broken file, never a zero. */
export class Stream {
  private constructor(
    private readonly bytes: Buffer,
    private readonly view: DataView,
    private readonly start: number,
    readonly length: number,
  ) {}

  static of(bytes: Buffer, length = bytes.length): Stream {
    return new Stream(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, length);
  }

  u8(at: number): number {
    this.check(at, 1);
    return this.view.getUint8(this.start + at);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.view.getUint16(this.start + at, true);
  }

  i16(at: number): number {
    this.check(at, 2);
    return this.view.getInt16(this.start + at, true);
  }

  u32(at: number): number {
    this.check(at, 4);
    return this.view.getUint32(this.start + at, true);
  }

  part(from: number, length: number): Stream {
    this.check(from, length);
    return new Stream(this.bytes, this.view, this.start + from, length);
  }

  toBuffer(): Buffer {
    return this.bytes.subarray(this.start, this.start + this.length);
  }

  /** Whether as many bytes are the same at one place and at the other. */
  isSame(one: number, other: number, length: number): boolean {
    this.check(one, length);
    this.check(other, length);
    const { view } = this;
    const [here, there] = [this.start + one, this.start + other];
    // What differs mostly does so at its end.
    let at = length;
    for (; at >= 4; at -= 4)
      if (view.getUint32(here + at - 4) !== view.getUint32(there + at - 4)) return false;
    for (; at > 0; at--) if (view.getUint8(here + at - 1) !== view.getUint8(there + at - 1)) return false;
    return true;
  }

  private check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw broken('文件已损坏');
  }
}
