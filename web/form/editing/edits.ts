import { cellsOf, parseValue, type CellKey, type Values } from '../../../src/cells.js';
import type { Prose } from '../../../src/checks/check.js';
import type { Form } from '../../../src/forms/form.js';
import type { KnownFacts, ShownFinding } from './judgeEdits.js';

/** A report as the server has it. */
export interface SavedReport {
  readonly form: Form;
  readonly version: number;
  readonly values: Readonly<Record<CellKey, string | null>>;
  readonly sections: Readonly<Record<string, string>>;
  readonly findings: readonly ShownFinding[];
  readonly facts: KnownFacts;
}

export interface CellEdit {
  readonly key: CellKey;
  readonly before: string;
  readonly after: string;
}

export interface SectionEdit {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** Exact values from what the server writes; what is no number of its cell is blank. */
export function exactValues(form: Form, values: Readonly<Record<CellKey, unknown>>): Values {
  return cellsOf(form).map(({ key, column }) => {
    const text = values[key];
    if (typeof text !== 'string') return null;
    const parsed = parseValue(column, text);
    return 'value' in parsed ? parsed.value : null;
  });
}

/** The sections of a form that hold nothing but words. */
export function proseOf(form: Form, texts: Readonly<Record<string, string>>): Prose {
  const sections = form.sections
    .filter(({ tables }) => tables.length === 0)
    .map(({ id, title }) => ({ id, title, text: texts[id] ?? '' }));
  return { sections, headings: null, datedOn: null };
}
