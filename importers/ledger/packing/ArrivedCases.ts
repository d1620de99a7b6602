import type { PlacedCase } from '../../../src/ledger/LedgerCase.js';
import type { FileDraft } from '../../draft/draft.js';
import { unpackCases, type PackedCases } from './packedCases.js';

/** The cases of a ledger as they arrive from whoever reads it, unpacked some at a time. */
export class ArrivedCases {
  #cases: PlacedCase[] = [];
  #known = new Map<string, string>();

  /** Answers how many have arrived. */
  add(some: PackedCases): number {
    for (const one of unpackCases(some, this.#known)) this.#cases.push(one);
    return this.#cases.length;
  }

  /** The draft of a ledger with its cases; any other as it is. */
  into(draft: FileDraft): FileDraft {
    const cases = this.#cases;
    this.clear();
    return draft.ledger ? { ...draft, ledger: { ...draft.ledger, cases } } : draft;
  }

  clear(): void {
    this.#cases = [];
    this.#known = new Map();
  }
}
