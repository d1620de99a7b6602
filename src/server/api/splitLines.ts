import { Refusal } from '../../filing/refusal.js';

/** One report with all its prose is far smaller. */
export const longestLine = 4 * 1024 * 1024;

/**
 * The lines of a stream of bytes, as strict UTF-8; empty ones are left out. A line too long ends the reading:
 * memory holds one.
 */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const waiting: Uint8Array[] = [];
  let length = 0;
  const take = (last: Uint8Array) => {
    const line = Buffer.concat([...waiting.splice(0), last]);
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const line = take(chunk.subarray(from, at));
      from = at + 1;
      if (!isBlank(line)) yield decoded(line);
    }
    waiting.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new Refusal('TOO_LARGE', '有一行超过 4 MiB。一行只写一份报告。');
  }
  const last = take(new Uint8Array());
  if (!isBlank(last)) yield decoded(last);
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 32 || byte === 13 || byte === 9);
}

/** null for what is no UTF-8. */
function decoded(line: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
