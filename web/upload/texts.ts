import { uploadLimits } from '../../src/words/uploadLimits.js';

/** 20 MB, as the pages and file managers of offices write it. */
export function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}

/** What the upload page says around its steps. */
export const texts = {
  heading: '年报上传与核对',
  intro: '上传填好的《政府信息公开工作年度报告》，马上看到哪个数不可能对、在哪一格、怎么改。',
  formats: `Excel、WPS 表格（.xlsx .xls .et .ods）、CSV 和文本、Word 和 WPS 文字（.docx .doc .wps）、带文字的 PDF、网页；汇集还可以是 .zip。一次最多 ${uploadLimits.files} 个。`,
  single: `（一个机关一年的报告；文件不超过 ${megabytes(uploadLimits.reportBytes)}）`,
  collection: `（一个文件里有许多份报告，逐份读取和保存；文件不超过 ${megabytes(uploadLimits.collectionBytes)}）`,
  missingHeading: '谁还没有交',
  missing: (missing: number, total: number) => `应报 ${total} 个，还没有交的 ${missing} 个。`,
  missingNone: (total: number) => `✓ 应报的 ${total} 个都交了。`,
  missingMore: (count: number) => `另有 ${count} 个没有列出，见催报名单。`,
  reminders: '催报名单',
} as const;
