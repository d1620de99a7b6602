import { broken } from '../../files/zipEntries.js';

/** Numbers of a stream. Whatever points outside it is a broken file, never a zero. */
export class Stream {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.view.getUint8(this.checked(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.checked(at, 2), true);
  }

  i16(at: number): number {
    return this.view.getInt16(this.checked(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.checked(at, 4), true);
  }

  part(from: number, length: number): Stream {
    this.checked(from, length);
    return new Stream(this.bytes.subarray(from, from + length));
  }

  private checked(at: number, length: number): number {
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) throw broken('文件已损坏');
    return at;
  }
}
