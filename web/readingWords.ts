import { counted } from './progressWords.js';

const formatWords: Readonly<Record<string, string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97-2003 工作簿（.xls）',
  et: 'WPS 表格（.et）',
  ods: 'ODF 表格（.ods）',
  xlsb: 'Excel 二进制工作簿（.xlsb）',
  html: '网页表格',
  csv: 'CSV 或制表符文本',
  txt: '文本',
  json: 'JSON',
};

interface Read {
  readonly format: string | null;
  readonly encoding: string | null;
  readonly reportCount?: number;
}

/** How a file was read: its format, its encoding, how many reports are in it. */
export function readingWords({ format, encoding, reportCount = 0 }: Read): string[] {
  return [
    ...(format === null ? [] : [formatWords[format] ?? format]),
    ...(encoding === null ? [] : [`${encoding.toUpperCase()} 编码`]),
    ...(reportCount > 1 ? [`${counted(reportCount)} 份报告`] : []),
  ];
}
