import { computed, type ComputedRef, type Ref } from 'vue';
import type { CellKey, Values } from '../../../src/cells.js';
import { allSums, isUnjudged } from '../../../src/checks/sums/sums.js';
import type { CellFields } from './CellFields.js';
import type { SavedReport } from './edits.js';
import { blankTotals, zerosOf, type FilledTotal } from './filling.js';

/** What is still blank in the fields, and what could fill it. A field with something that is no number is not blank. */
export class BlankCells {
  /** Cells that are no sums, or sums of nothing but zeros. */
  readonly zeros: ComputedRef<readonly CellKey[]>;
  /** Totals whose parts are all there. */
  readonly totals: ComputedRef<readonly FilledTotal[]>;
  /** Sums that nobody can judge while cells are blank. */
  readonly unjudged: ComputedRef<number>;
  /** No number at all stands in the form. */
  readonly isEverything: ComputedRef<boolean>;

  constructor({ form, facts }: SavedReport, { refused }: CellFields, values: Ref<Values>) {
    const isTyped = (key: CellKey) => refused[key] !== undefined;
    this.zeros = computed(() => zerosOf(form, values.value, isTyped));
    this.totals = computed(() => blankTotals(form, values.value, isTyped));
    this.unjudged = computed(
      () => allSums({ ...facts, form, values: values.value }).filter(isUnjudged).length,
    );
    this.isEverything = computed(() => values.value.every((value) => value === null));
  }
}
