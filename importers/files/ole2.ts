import { encrypted } from './zipEntries.js';
import { unsupported } from './sniff.js';

const directoryEntrySize = 128;

/** Streams that tell what an OLE2 file is. */
const strangers: readonly { readonly stream: string; readonly what: string }[] = [
  { stream: 'WordDocument', what: ' Word 文档（.doc）或 WPS 文字文档（.wps）' },
  { stream: 'PowerPoint Document', what: '演示文稿（.ppt）' },
  { stream: '__properties_version1.0', what: '邮件（.msg）' },
];

/** True of a package that was encrypted, by a password or by the built-in one. */
export function isEncryptedPackage(bytes: Buffer): boolean {
  return hasStream(bytes, 'EncryptedPackage');
}

/** Refuses an OLE2 file (the container of .xls, .et, .doc, and of encrypted workbooks) that is no plain workbook. */
export function inspectOle2(bytes: Buffer): { hasMacros: boolean } {
  if (isEncryptedPackage(bytes)) throw encrypted();
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book')) {
    const stranger = strangers.find(({ stream }) => hasStream(bytes, stream));
    throw unsupported(stranger?.what ?? '一种不认识的旧式文件');
  }
  return { hasMacros: hasStream(bytes, '_VBA_PROJECT_CUR') };
}

/**
 * A directory entry begins with its name in UTF-16 and stands at a multiple of its size. Names are the same in
 * capital letters, as some programs write them.
 */
export function hasStream(bytes: Buffer, name: string): boolean {
  return [name, name.toUpperCase()].some((spelled) =>
    hasEntry(bytes, Buffer.from(`${spelled}\0`, 'utf16le')),
  );
}

function hasEntry(bytes: Buffer, name: Buffer): boolean {
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
    if (at % directoryEntrySize === 0) return true;
  return false;
}
