/** A Content-Disposition that saves under the given name, also a Chinese one, and cannot carry anything else. */
export function downloadName(fileName: string): string {
  const name = fileName.replace(/[\u0000-\u001f\u007f/\\]/g, '_').slice(-150) || 'file';
  // Half a surrogate pair cannot be encoded.
  const wellFormed = Buffer.from(name).toString();
  const plain = name.replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
