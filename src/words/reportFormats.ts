/** Every form a report is given out in, by the ending of its file, for people to choose from. */
export const reportFormats = {
  docx: 'Word 文档',
  pdf: 'PDF',
  html: '网页',
  xlsx: '工作簿',
  csv: 'CSV',
  json: 'JSON',
} as const;

export type ReportFormat = keyof typeof reportFormats;
