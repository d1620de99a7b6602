import type { ReportDraft } from '../../../importers/draft/draft.js';
import { RefusedFile } from '../../../importers/files/refusedFile.js';
import { jsonReport } from '../../../importers/reading/jsonReport.js';
import type { SentLine } from '../../filing/importing/lines/fileLines.js';
import { problem, type Problem } from '../../problems/problem.js';

/** A line of what is sent, of many: the JSON export of a report, or what is wrong with it. null is no UTF-8. */
export function readLine(text: string | null, number?: number): SentLine {
  const read = text === null ? notJson('这一行不是 UTF-8。请用 UTF-8 编码。') : understood(text);
  return { text: text ?? '', read: number === undefined ? read : { ...read, at: `第${number}份` } };
}

function understood(text: string): ReportDraft | Problem {
  try {
    const given: unknown = JSON.parse(text);
    const code: unknown = typeof given === 'object' && given !== null && Reflect.get(given, 'agencyCode');
    const draft = jsonReport(text, { blanksAreZero: false });
    // Who writes a code as a number means the code.
    return typeof code === 'string' || typeof code === 'number'
      ? { ...draft, agencyCode: String(code) }
      : draft;
  } catch (error) {
    if (error instanceof SyntaxError) return notJson('这一行不是正确的 JSON。一行写一份报告。');
    if (error instanceof RefusedFile) return error.problem;
    throw error;
  }
}

function notJson(message: string): Problem {
  return problem('INVALID_JSON', message);
}
