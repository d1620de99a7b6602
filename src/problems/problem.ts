import type { CellKey } from '../cells.js';
import type { CodeTexts } from './codes/codeTexts.js';
import { problemCodes } from './problemCodes.js';
import { wholeText } from '../text/wholeText.js';

export type ProblemCode = keyof typeof problemCodes;
export type ProblemSeverity = CodeTexts['severity'];

/** The file could not be read into the form, or only after a clean-up. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly cell?: CellKey;
  /** `年报!J12` in a workbook, `J12` in a CSV, `第57行` in plain text. */
  readonly at?: string;
  /** Chinese: what is wrong, where, and what to do. */
  readonly message: string;
}

/** A problem with the severity its code has in the catalogue. */
export function problem(
  code: ProblemCode,
  message: string,
  place: { cell?: CellKey; at?: string | null } = {},
): Problem {
  return {
    code,
    severity: problemCodes[code].severity,
    ...(place.cell !== undefined && { cell: place.cell }),
    ...(place.at != null && { at: place.at }),
    // It may quote a text cut in the middle of a character.
    message: wholeText(message),
  };
}

export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
