import { shallowReactive, shallowRef, type ShallowRef } from 'vue';
import { keysOf, type CellKey, type Values } from '../../../src/cells.js';
import { proposeRepairs } from '../../../src/repair/proposeRepairs.js';
import type { Repair } from '../../../src/repair/repair.js';
import { afterPaint } from '../working/afterPaint.js';
import { cellMarks, type CellMark } from './cellMarks.js';
import type { SavedReport } from './edits.js';
import type { EditedNumbers, ShownFinding } from './judgeEdits.js';
import { judging } from './judging.js';

/** Repairs are looked for when typing has paused this long. */
const repairPause = 250;

/** What the rules say of what stands in the fields. */
export class JudgedFields {
  readonly values: ShallowRef<Values> = shallowRef([]);
  readonly findings: ShallowRef<readonly ShownFinding[]> = shallowRef([]);
  readonly repairs: ShallowRef<readonly Repair[]> = shallowRef([]);
  readonly marks = shallowReactive<Record<CellKey, CellMark>>({});

  private readonly findingsOf: ReturnType<typeof judging>;
  private judging = false;
  private looking = 0;

  constructor(
    private readonly saved: SavedReport,
    private readonly read: () => Omit<EditedNumbers, 'form'>,
    private readonly painted: () => void,
  ) {
    this.findingsOf = judging(saved);
    this.judge();
    this.lookForRepairs();
  }

  /** After the field has been painted: typing never waits for the rules. */
  soon(): void {
    if (!this.judging) {
      this.judging = true;
      afterPaint(() => {
        this.judging = false;
        this.painted();
        this.judge();
      });
    }
    window.clearTimeout(this.looking);
    this.looking = window.setTimeout(() => this.lookForRepairs(), repairPause);
  }

  private judge(): void {
    const now = this.read();
    this.values.value = now.values;
    this.findings.value = this.findingsOf(now);
    this.mark();
  }

  private lookForRepairs(): void {
    const { form } = this.saved;
    this.repairs.value = proposeRepairs({ form, values: this.values.value }, this.findings.value);
    this.mark();
  }

  private mark(): void {
    const marks = cellMarks(this.findings.value, this.repairs.value[0]);
    for (const key of keysOf(this.marks)) if (!(key in marks)) delete this.marks[key];
    Object.assign(this.marks, marks);
  }
}
