import { RefusedFile } from './refusedFile.js';
import { unsupported } from './sniff.js';
import type { ZipEntry } from './zipEntries.js';

export type PackageFormat = 'xlsx' | 'xlsb' | 'ods';

/** Zip packages that are not workbooks, by a part each of them has. */
const strangers: readonly { readonly part: RegExp; readonly what: string }[] = [
  { part: /^word\//i, what: ' Word 文档（.docx）' },
  { part: /^ppt\//i, what: '演示文稿（.pptx）' },
  { part: /^OFD\.xml$/i, what: ' OFD 版式文件' },
  { part: /^Index\/Document\.iwa$|^index\.xml(\.gz)?$/i, what: ' Numbers 表格' },
  { part: /^(objectdata|uof)\.xml$/i, what: '标文通（UOF）文件' },
  { part: /^visio\//i, what: ' Visio 绘图' },
];

/** Which workbook a package is; refused when it is none. */
export function packageFormat(entries: readonly ZipEntry[]): PackageFormat {
  const has = (part: RegExp): boolean => entries.some(({ name }) => part.test(name));
  const stranger = strangers.find(({ part }) => has(part));
  if (stranger) throw unsupported(stranger.what);
  if (has(/^META-INF\/manifest\.xml$/i)) {
    const type = entries.find(({ name }) => name === 'mimetype')?.packed.toString('latin1') ?? '';
    if (/opendocument/.test(type) && !/spreadsheet/.test(type))
      throw unsupported(' OpenDocument 文字或演示文档');
    if (has(/^content\.xml$/i)) return 'ods';
  }
  if (has(/^\[Content_Types\]\.xml$/i) && !has(/^META-INF\/manifest\.xml$/i))
    return has(/(^|\/)workbook\.bin$/i) ? 'xlsb' : 'xlsx';
  throw new RefusedFile(
    'UNSUPPORTED_FORMAT',
    '这是压缩包，不是表格文件。请按“汇集”方式（layout=collection）整个上传，或解压后把里面的表格逐个上传。',
  );
}
