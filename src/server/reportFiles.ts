import { exportCsv } from '../exports/data/exportCsv.js';
import { exportJson } from '../exports/data/exportJson.js';
import { documentFragment, documentPage } from '../exports/documents/documentHtml.js';
import { documentPdf } from '../exports/documents/documentPdf.js';
import { documentWord } from '../exports/documents/documentWord.js';
import { exportWorkbook } from '../exports/printed/writeWorkbook.js';
import type { ReportFormat } from '../words/reportFormats.js';
import { wordType } from './answers/wordType.js';
import { workbookType } from './answers/workbookType.js';
import type { LoadedDocument } from './loadDocument.js';

export interface ReportFile {
  /** The media type. */
  readonly type: string;
  write(loaded: LoadedDocument): string | Promise<Buffer>;
}

const writers: Readonly<Record<ReportFormat, ReportFile>> = {
  docx: {
    type: wordType,
    write: ({ document }) => documentWord(document),
  },
  pdf: { type: 'application/pdf', write: ({ document }) => documentPdf(document) },
  html: {
    type: 'text/html; charset=utf-8',
    write: ({ document }) => documentPage(document),
  },
  xlsx: { type: workbookType, write: ({ report }) => exportWorkbook(report) },
  csv: { type: 'text/csv; charset=utf-8', write: ({ report }) => exportCsv(report) },
  json: {
    type: 'application/json; charset=utf-8',
    write: ({ report }) => exportJson(report),
  },
};

/** What writes each form a report is given out in, by the ending of its file. */
export const reportFiles: Readonly<Record<string, ReportFile>> = writers;

/** The part of the page that goes into the editor of a website. */
export const pageFragment: ReportFile = {
  type: 'text/html; charset=utf-8',
  write: ({ document }) => documentFragment(document),
};

/** `.docx、.pdf、…`, for messages. */
export const reportEndings = Object.keys(reportFiles)
  .map((ending) => `.${ending}`)
  .join('、');

export function reportFileName({ report }: LoadedDocument, ending: string): string {
  return `${report.agencyName}${report.year}年政府信息公开工作年度报告.${ending}`;
}
