/** A format that files are read in. */
interface FormatWords {
  readonly words: string;
  /** How names of such files end; several formats may share an ending, and the content decides. */
  readonly extensions: readonly string[];
}

/** Every format, by the name it has in answers. */
export const fileFormats = {
  xlsx: { words: 'Excel 工作簿（.xlsx）', extensions: ['xlsx', 'xlsm'] },
  xls: { words: 'Excel 97-2003 工作簿（.xls）', extensions: ['xls'] },
  et: { words: 'WPS 表格（.et）', extensions: ['et', 'ett'] },
  ods: { words: 'ODF 表格（.ods）', extensions: ['ods', 'fods'] },
  xlsb: { words: 'Excel 二进制工作簿（.xlsb）', extensions: ['xlsb'] },
  html: { words: '网页表格', extensions: ['htm', 'html'] },
  csv: { words: 'CSV 或制表符文本', extensions: ['csv', 'tsv'] },
  txt: { words: '文本', extensions: ['txt'] },
  json: { words: 'JSON', extensions: ['json'] },
  docx: { words: 'Word 文档（.docx）', extensions: ['docx', 'docm'] },
  doc: { words: 'Word 97-2003 文档（.doc）', extensions: ['doc'] },
  wps: { words: 'WPS 文字文档（.wps）', extensions: ['wps'] },
  pdf: { words: 'PDF', extensions: ['pdf'] },
  zip: { words: 'zip 压缩包', extensions: ['zip'] },
} as const satisfies Readonly<Record<string, FormatWords>>;

export type FileFormat = keyof typeof fileFormats;

const allFormats = Object.keys(fileFormats) as FileFormat[];

/** The endings of the names of files that can be read, with their dots. */
export const fileExtensions: ReadonlySet<string> = endingsOf(allFormats);

const noLedgers: readonly FileFormat[] = ['json', 'pdf', 'zip'];

/** The endings of the names of files that a ledger is read from. */
export const ledgerExtensions: ReadonlySet<string> = endingsOf(
  allFormats.filter((format) => !noLedgers.includes(format)),
);

function endingsOf(formats: readonly FileFormat[]): ReadonlySet<string> {
  return new Set(formats.flatMap((format) => fileFormats[format].extensions.map((ending) => `.${ending}`)));
}

/** A format in words; one that is not known, as it was given. */
export function formatInWords(format: string): string {
  const known: Readonly<Record<string, FormatWords>> = fileFormats;
  return (Object.hasOwn(known, format) ? known[format]?.words : undefined) ?? format;
}

const documentFormats = ['docx', 'doc', 'wps', 'pdf'] as const satisfies readonly FileFormat[];

/** Whether a file is a text document by its name: it is mended as one, not as a workbook. */
export function isDocumentName(fileName: string): boolean {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return documentFormats.some((format) =>
    fileFormats[format].extensions.some((known) => known === extension),
  );
}
