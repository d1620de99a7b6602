import type { PlacedCase } from '../../../src/ledger/LedgerCase.js';
import { blankCase } from '../caseDraft.js';

/** Cases on their way from one process to another: the texts of each field behind one another. */
export type PackedCases = readonly string[];

/** So many cases travel together. */
export const casesTogether = 10_000;

const between = '\u001f';
const unsaid = '\u001e';
const fields = Object.keys(blankCase('')) as (keyof Omit<PlacedCase, 'unread'>)[];

/** Packs cases: one text is sent much faster than as many objects. */
export function packCases(cases: readonly PlacedCase[]): PackedCases {
  return [
    ...fields.map((field) => cases.map((one) => packed(one[field])).join(between)),
    cases.map(({ unread }) => unread?.join(',') ?? unsaid).join(between),
  ];
}

/** The same cases again. `known` holds the texts met before: a day is kept once, not once a case. */
export function unpackCases(packedCases: PackedCases, known: Map<string, string>): PlacedCase[] {
  const columns = packedCases.map((texts) => texts.split(between));
  const places = columns[fields.indexOf('at')] ?? [];
  return places.map((at, index) => {
    const one = blankCase(at);
    fields.forEach((field, column) => {
      const text = columns[column]?.[index] ?? unsaid;
      // It was packed from this field of such a case.
      if (text !== unsaid) one[field] = (ofItsOwn.has(field) ? text : shared(text, known)) as never;
    });
    const unread = columns[fields.length]?.[index] ?? unsaid;
    if (unread !== unsaid) one.unread = unread.split(',');
    return one;
  });
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
