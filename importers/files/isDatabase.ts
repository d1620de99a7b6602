const versions = new Set([0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0xf5, 0xfb]);
const shortestHeader = 65;
const fieldSize = 32;

/** True of a dBASE table: its version, the day it was changed, and a list of fields that ends where it says. */
export function isDatabase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (!versions.has(version) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const header = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  const firstName = bytes[fieldSize] ?? 0;
  return (
    header >= shortestHeader && header <= bytes.length && bytes.includes(0x0d, fieldSize) && firstName > 0x20
  );
}
