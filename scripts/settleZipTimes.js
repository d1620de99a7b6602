/** 1 January 1980, the first day a zip can name. */
const [time, day] = [0, 0x21];

/** Gives every entry of a zip the same time, so that writing the same workbook twice gives the same bytes. */
export function settleZipTimes(bytes) {
  const settled = Buffer.from(bytes);
  const end = settled.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = settled.readUInt32LE(end + 16);
  for (let left = settled.readUInt16LE(end + 10); left > 0; left--) {
    settled.writeUInt16LE(time, entry + 12);
    settled.writeUInt16LE(day, entry + 14);
    const local = settled.readUInt32LE(entry + 42);
    settled.writeUInt16LE(time, local + 10);
    settled.writeUInt16LE(day, local + 12);
    const [name, extra, comment] = [28, 30, 32].map((at) => settled.readUInt16LE(entry + at));
    entry += 46 + name + extra + comment;
  }
  return settled;
}
