import type { PlacedCase } from '../../../src/ledger/LedgerCase.js';
import { casesTogether, packCases, type PackedCases } from './packedCases.js';

/** Packs cases as they are read, and sends some at a time. */
export class CasePacks {
  #some: PlacedCase[] = [];

  constructor(private readonly send: (some: PackedCases) => void) {}

  add(one: PlacedCase): void {
    this.#some.push(one);
    if (this.#some.length === casesTogether) this.end();
  }

  end(): void {
    if (this.#some.length > 0) this.send(packCases(this.#some));
    this.#some = [];
  }
}
