import { shallowReactive, shallowRef, type ShallowRef } from 'vue';
import type { CellKey, Values } from '../../../src/cells.js';
import type { Finding } from '../../../src/checks/check.js';
import { proposeRepairs } from '../../../src/repair/proposeRepairs.js';
import type { Repair } from '../../../src/repair/repair.js';
import { afterPaint } from '../working/afterPaint.js';
import { cellMarks, type CellMark } from './cellMarks.js';
import { exactValues, proseOf, type SavedReport } from './edits.js';
import { findingsNow, judgeHere, type EditedNumbers, type ShownFinding } from './judgeEdits.js';

/** Repairs are looked for when typing has paused this long. */
const repairPause = 250;

/** What the rules say of what stands in the fields. */
export class JudgedFields {
  readonly values: ShallowRef<Values> = shallowRef([]);
  readonly findings: ShallowRef<readonly ShownFinding[]> = shallowRef([]);
  readonly repairs: ShallowRef<readonly Repair[]> = shallowRef([]);
  readonly marks = shallowReactive<Record<CellKey, CellMark>>({});

  private readonly savedHere: readonly Finding[];
  private judging = false;
  private looking = 0;

  constructor(
    private readonly saved: SavedReport,
    private readonly read: () => Pick<EditedNumbers, 'values' | 'prose'>,
    private readonly painted: () => void,
  ) {
    const { form, facts } = saved;
    const prose = proseOf(form, saved.sections);
    this.savedHere = judgeHere(facts, { form, values: exactValues(form, saved.values), prose });
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
    const { form, facts, findings } = this.saved;
    const now = this.read();
    this.values.value = now.values;
    this.findings.value = findingsNow(findings, this.savedHere, judgeHere(facts, { form, ...now }));
    this.mark();
  }

  private lookForRepairs(): void {
    const { form } = this.saved;
    this.repairs.value = proposeRepairs({ form, values: this.values.value }, this.findings.value);
    this.mark();
  }

  private mark(): void {
    const marks = cellMarks(this.findings.value, this.repairs.value[0]);
    for (const key of Object.keys(this.marks)) if (!(key in marks)) delete this.marks[key];
    Object.assign(this.marks, marks);
  }
}
