import { ref } from 'vue';
import type { CellKey } from '../../../src/cells.js';
import type { CellEdit } from './edits.js';

/** What was done in the cells, a step at a time: the browser's own undo knows nothing of blocks and repairs. */
export class EditSteps {
  /** How many steps can be taken back. */
  readonly count = ref(0);
  private steps: (readonly CellEdit[])[] = [];

  add(step: readonly CellEdit[]): void {
    this.steps.push(step);
    this.count.value = this.steps.length;
  }

  /** Typing goes on with the step before when that was in the same cell. */
  type(edit: CellEdit): void {
    const [last, ...others] = this.steps[this.steps.length - 1] ?? [];
    if (last && others.length === 0 && last.key === edit.key && last.after === edit.before)
      this.steps[this.steps.length - 1] = [{ ...last, after: edit.after }];
    else this.add([edit]);
  }

  /** The last step wrote the same number in other signs. */
  rewrite(key: CellKey, after: string): void {
    const [last, ...others] = this.steps[this.steps.length - 1] ?? [];
    if (last && others.length === 0 && last.key === key)
      this.steps[this.steps.length - 1] = [{ ...last, after }];
  }

  /** Takes the last step away and hands it out; undefined when there is none. */
  take(): readonly CellEdit[] | undefined {
    const step = this.steps.pop();
    this.count.value = this.steps.length;
    return step;
  }
}
