import type { ProblemCode } from '../../problems/problem.js';
import { padding, stockPhrases } from './stockPhrases.js';

/** Characters, spaces aside. */
const shortestExplanation = 8;
const longestExplanation = 500;
/** Findings of one report that may have the same explanation. */
const mostAlike = 3;

/** Why a text explains nothing. */
export interface TextFault {
  readonly code: ProblemCode;
  readonly message: string;
}

/** What is wrong with the text of an explanation; undefined when it may stand. */
export function textFault(text: string, othersAlike: number): TextFault | undefined {
  const length = [...text.replace(/\s/gu, '')].length;
  if (isStockPhrase(text))
    return {
      code: 'EXPLANATION_STOCK_PHRASE',
      message: `“${text.trim()}”是套话，没有说明原因。请写明数字为什么是这样，例如依据哪份台账、发生了什么变化。`,
    };
  if (length < shortestExplanation || bare(text) === '')
    return {
      code: 'EXPLANATION_TOO_SHORT',
      message: `说明只有 ${length} 个字，至少要 ${shortestExplanation} 个字。请写明数字为什么是这样。`,
    };
  if (length > longestExplanation)
    return {
      code: 'EXPLANATION_TOO_LONG',
      message: `说明有 ${length} 个字，超过 ${longestExplanation} 个字。请写得简要些。`,
    };
  if (othersAlike >= mostAlike)
    return {
      code: 'EXPLANATION_REPEATED',
      message: `同样的说明已经用于这份报告的 ${othersAlike} 个问题，不能再用。请就这个问题写明原因。`,
    };
  return undefined;
}

/** Two texts that differ in punctuation, spaces and width only are the same. */
export function isAlike(text: string, other: string): boolean {
  return bare(text) === bare(other);
}

/** Made up of nothing but stock phrases and padding. */
export function isStockPhrase(text: string): boolean {
  const letters = bare(text);
  if (letters === '') return false;
  // How far the text is made up of phrases: every place that a phrase can end at.
  const ends = new Set([0]);
  for (let place = 0; place < letters.length; place++)
    if (ends.has(place))
      for (const phrase of phrases) if (letters.startsWith(phrase, place)) ends.add(place + phrase.length);
  return ends.has(letters.length);
}

/** Only letters and digits, in one width. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

const phrases = [...stockPhrases, ...padding].map(bare);
