import { formatInWords } from '../../../src/words/fileFormats.js';
import { counted } from '../progressWords.js';

interface Read {
  readonly format: string | null;
  readonly encoding: string | null;
  readonly reportCount?: number;
}

/** How a file was read: its format, its encoding, how many reports are in it. */
export function readingWords({ format, encoding, reportCount = 0 }: Read): string[] {
  return [
    ...(format === null ? [] : [formatInWords(format)]),
    ...(encoding === null ? [] : [`${encoding.toUpperCase()} 编码`]),
    ...(reportCount > 1 ? [`${counted(reportCount)} 份报告`] : []),
  ];
}
