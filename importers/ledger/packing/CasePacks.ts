import type { PlacedCase } from '../../../src/ledger/LedgerCase.js';
import { casesTogether, packCases, type PackedCases } from './packedCases.js';

/** Packs cases as they are read, and sends some at a time. */
export class CasePacks {
  #some: PlacedCase[] = [];

  /** `send` resolves when they are on their way. */
  constructor(private readonly send: (some: PackedCases) => Promise<void>) {}

  /** What there is to wait for, so that they leave while others are read. */
  add(one: PlacedCase): Promise<void> | undefined {
    this.#some.push(one);
    return this.#some.length === casesTogether ? this.end() : undefined;
  }

  async end(): Promise<void> {
    const some = this.#some;
    this.#some = [];
    if (some.length > 0) await this.send(packCases(some));
  }
}
