import type { Day } from '../../season/chinaDay.js';
import { dayInWords } from '../../prose/dates.js';
import type { PlotBlock } from '../documents/plot.js';
import type { BlockDocument, PrintedBlock } from '../documents/printedDocument.js';

export type AnalysisBlock = PrintedBlock | PlotBlock;

/** What was worked out of reports, for people to read: drawn like a report, with plots. */
export type AnalysisDocument = BlockDocument<AnalysisBlock>;

export const heading = (text: string): AnalysisBlock => ({ kind: 'heading', text });
export const paragraph = (text: string): AnalysisBlock => ({ kind: 'paragraph', text });

/** It is no report: its numbers are those of a day, and change with the reports. */
export function standingOf(day: Day): string {
  return `由 nianbao 按${dayInWords(day)}的报告编制，报告更正后请重新生成`;
}
