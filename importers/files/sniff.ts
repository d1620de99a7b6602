import { decodeText, type DecodedText } from './encoding.js';
import { isDatabase } from './isDatabase.js';
import { RefusedFile } from './refusedFile.js';
import { guarded, securitySoftware } from './securitySoftware.js';

/** What the bytes are, told by their content; the file name decides nothing here. */
export type Content =
  | { readonly kind: 'zip' | 'ole2' }
  | (DecodedText & { readonly kind: 'html' | 'json' | 'text' | 'openDocument' });

/** First bytes of files that people upload by mistake. */
const strangers: readonly { readonly start: string; readonly what: string }[] = [
  { start: '\x89PNG', what: 'PNG 图片' },
  { start: '\xff\xd8\xff', what: 'JPEG 图片' },
  { start: 'GIF8', what: 'GIF 图片' },
  { start: 'BM', what: 'BMP 图片' },
  { start: 'II*\0', what: 'TIFF 图片' },
  { start: 'MM\0*', what: 'TIFF 图片' },
  { start: 'RIFF', what: '图片或音视频' },
  { start: '{\\rtf', what: 'RTF 文档' },
  { start: 'Rar!', what: 'RAR 压缩包' },
  { start: '7z\xbc\xaf', what: '7z 压缩包' },
  { start: '\x1f\x8b', what: 'gzip 压缩包' },
  { start: 'MZ', what: '可执行程序' },
  { start: '\x7fELF', what: '可执行程序' },
  // A sheet each, without the container of later ones.
  { start: '\x09\0\x04\0', what: ' Excel 2.x 表格' },
  { start: '\x09\x02\x06\0', what: ' Excel 3.0 表格' },
  { start: '\x09\x04\x06\0', what: ' Excel 4.0 表格' },
];

export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0)
    throw new RefusedFile('UNREADABLE', '文件是空的（0 字节），可能没有传完。请重新上传。');
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return { kind: 'zip' };
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'ole2' };
  const stranger = strangers.find(
    (candidate) => start.startsWith(candidate.start) && isBinary(candidate, bytes),
  );
  if (stranger) throw unsupported(stranger.what);
  const guard = securitySoftware(bytes);
  if (guard !== null) throw guarded(guard);
  if (isDatabase(bytes)) throw unsupported(' dBASE 数据库文件（.dbf）');
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === '')
    throw new RefusedFile('UNREADABLE', '文件是空的，只有空白。请检查后重新上传。');
  return { ...decoded, kind: textKind(decoded.text) };
}

/** Two letters such as BM may also begin a text; then the rest holds no control bytes. */
function isBinary({ start }: { start: string }, bytes: Uint8Array): boolean {
  return start.length > 2 || bytes.subarray(0, 512).some((byte) => byte < 9);
}

export function unsupported(what: string): RefusedFile {
  return new RefusedFile(
    'UNSUPPORTED_FORMAT',
    `这是${what}，本系统不读。请把年报另存为 .docx、.xlsx 或 PDF 后重新上传。`,
  );
}

export function withoutTable(): RefusedFile {
  return unsupported('没有表格的网页或 XML 文件');
}

/** Old ways to write a table as text, by how they begin. */
const oldTables: readonly { readonly start: RegExp; readonly what: string }[] = [
  { start: /^ID;P/, what: ' SYLK 表格（.slk）' },
  { start: /^TABLE\r?\n0,1\r?\n/, what: ' DIF 表格（.dif）' },
  { start: /^<\?mso-application progid="Excel.Sheet"/m, what: ' XML 表格（Excel 2003 XML）' },
  { start: /^<(?:\?xml[^>]*>\s*<)?uof:/i, what: '标文通（UOF）文件' },
  { start: /^<(?:\?xml[^>]*>\s*<)?office:document\b/i, what: '未压缩的 OpenDocument 文件' },
];

/** An OpenDocument in one piece, .fods. What it is a document of stands in its first tag. */
const openDocument = /^(?:<\?xml[^>]*>\s*)?<office:document\s[^>]*opendocument\.spreadsheet/i;

function textKind(text: string): 'html' | 'json' | 'text' | 'openDocument' {
  const head = text.slice(0, 16_384).trimStart();
  if (openDocument.test(head)) return 'openDocument';
  const oldTable = oldTables.find((candidate) => candidate.start.test(head));
  if (oldTable) throw unsupported(oldTable.what);
  if (/^(?:MIME-Version:|From: <(?:Saved by|由))/i.test(head)) throw unsupported('网页归档文件（.mht）');
  if (/^[{[]/.test(head)) return isJson(text) ? 'json' : 'text';
  if (!head.startsWith('<')) return 'text';
  if (/progid=.Word\.Document|schemas\.microsoft\.com\/office\/word\/2003/.test(head))
    throw unsupported(' XML 文档（Word 2003 XML）');
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head))
    throw unsupported(' XML 表格（Excel 2003 XML）');
  if (/<table[\s>]/i.test(text)) return 'html';
  if (/^<(!doctype|html|\?xml|head|body|div)/i.test(head)) throw withoutTable();
  return 'text';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
