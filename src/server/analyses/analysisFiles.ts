import type { AnalysisDocument } from '../../exports/analyses/AnalysisDocument.js';
import { documentPage } from '../../exports/documents/documentHtml.js';
import { documentWord } from '../../exports/documents/documentWord.js';
import { wordType } from '../answers/wordType.js';

interface AnalysisFile {
  /** The media type. */
  readonly type: string;
  readonly write: (document: AnalysisDocument) => string | Promise<Buffer>;
}

/** What writes an analysis, by the ending of its file. */
export const analysisFiles: Readonly<Record<string, AnalysisFile>> = {
  docx: { type: wordType, write: documentWord },
  html: { type: 'text/html; charset=utf-8', write: documentPage },
};

/** `.docx、.html`, for messages. */
export const analysisEndings = Object.keys(analysisFiles)
  .map((ending) => `.${ending}`)
  .join('、');
