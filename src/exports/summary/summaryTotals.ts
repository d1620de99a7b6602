import { blankValues, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';

/** Adds up the lines as they are printed, exactly, however large; a cell that is blank in all of them stays blank. */
export class SummaryTotals {
  #values: Values;

  constructor(form: Form) {
    this.#values = blankValues(form);
  }

  get values(): Values {
    return this.#values;
  }

  add(values: Values): void {
    this.#values = this.#values.map((sum, position) => {
      const value = values[position] ?? null;
      return value === null ? sum : (sum ?? 0n) + value;
    });
  }
}
