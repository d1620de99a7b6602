/** The name of a file: strict UTF-8, else GB18030, in which a Chinese Windows writes it. null when it is neither. */
export function decodedName(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  return null;
}
