import type { PlacedCase } from '../../../src/ledger/LedgerCase.js';
import { blankCase } from '../caseDraft.js';

/** Cases on their way from one process to another: the texts of each field behind one another; null where none says any. */
export type PackedCases = readonly (string | null)[];

/** So many cases travel together. */
export const casesTogether = 2_000;

const between = '\u001f';
const unsaid = '\u001e';
const fields = Object.keys(blankCase('')) as (keyof Omit<PlacedCase, 'unread'>)[];

/** Packs cases: one text is sent much faster than as many objects. */
export function packCases(cases: readonly PlacedCase[]): PackedCases {
  return [
    ...fields.map((field) => column(cases, (one) => one[field])),
    column(cases, ({ unread }) => unread?.join(',') ?? null),
  ];
}

function column(cases: readonly PlacedCase[], textOf: (one: PlacedCase) => string | null): string | null {
  const texts = cases.map(textOf);
  return texts.every((text) => text === null) ? null : texts.map(packed).join(between);
}

/** The same cases again. `known` holds the texts met before: a day is kept once, not once a case. */
export function unpackCases(packedCases: PackedCases, known: Map<string, string>): PlacedCase[] {
  const said = packedCases.map((texts) => texts?.split(between));
  const cases = (said[fields.indexOf('at')] ?? []).map((at) => blankCase(at));
  fields.forEach((field, column) => {
    const isOfItsOwn = ofItsOwn.has(field);
    said[column]?.forEach((text, index) => {
      const one = cases[index];
      // It was packed from this field of such a case.
      if (one && text !== unsaid) one[field] = (isOfItsOwn ? text : shared(text, known)) as never;
    });
  });
  said[fields.length]?.forEach((text, index) => {
    const one = cases[index];
    if (one && text !== unsaid) one.unread = text.split(',');
  });
  return cases;
}

/** What no other case says too. */
const ofItsOwn: ReadonlySet<string> = new Set(['number', 'at']);

function packed(text: string | null): string {
  return text === null ? unsaid : text.replace(/[\u001e\u001f]/g, ' ');
}

const mostKnown = 5_000;

function shared(text: string, known: Map<string, string>): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size < mostKnown) known.set(text, text);
  return text;
}
