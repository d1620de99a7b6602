import { computed, ref, shallowReactive, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import {
  cellsOf,
  findCell,
  formatValue,
  parseValue,
  valueAt,
  type CellKey,
  type Values,
} from '../../src/cells.js';
import { blanksAsZero } from '../../src/checks/sums/blanksAsZero.js';
import { allSums, isUnjudged } from '../../src/checks/sums/sums.js';
import type { Finding, Prose } from '../../src/checks/check.js';
import type { Form } from '../../src/forms/form.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import type { Repair } from '../../src/repair/repair.js';
import { findingsNow, judgeHere, type KnownFacts, type ShownFinding } from './judgeEdits.js';
import { readCellText } from './readCellText.js';

/** A report as the server has it. */
export interface SavedReport {
  readonly form: Form;
  readonly version: number;
  readonly values: Readonly<Record<CellKey, string | null>>;
  readonly sections: Readonly<Record<string, string>>;
  readonly findings: readonly ShownFinding[];
  readonly facts: KnownFacts;
}

export interface CellEdit {
  readonly key: CellKey;
  readonly before: string;
  readonly after: string;
}

export interface SectionEdit {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** How loud a cell is: most likely wrong, one side of something wrong, to be explained. */
export type CellMark = 'suspect' | 'error' | 'explain';

/** Reading what is typed waits for a pause no longer than this: then repairs are looked for. */
const repairPause = 250;

/** What somebody has made of a report in the fields, judged while typing, with an undo of its own. */
export class EditedReport {
  /** What stands in each field. */
  readonly texts = shallowReactive<Record<CellKey, string>>({});
  readonly sections = shallowReactive<Record<string, string>>({});
  readonly marks = shallowReactive<Record<CellKey, CellMark>>({});
  readonly findings: ShallowRef<readonly ShownFinding[]> = shallowRef([]);
  readonly repairs: ShallowRef<readonly Repair[]> = shallowRef([]);
  readonly values: ShallowRef<Values> = shallowRef([]);
  readonly undoable: Ref<number> = ref(0);
  readonly cellEdits: ComputedRef<readonly CellEdit[]>;
  readonly sectionEdits: ComputedRef<readonly SectionEdit[]>;
  /** Cells whose text is no number of theirs, with why. */
  readonly refused: ComputedRef<Readonly<Record<CellKey, string>>>;
  /** Blank cells that are no sums, or sums of nothing but zeros. */
  readonly zeros: ComputedRef<readonly CellKey[]>;
  /** Sums that nobody can judge while cells are blank. */
  readonly unjudged: ComputedRef<number>;

  private steps: (readonly CellEdit[])[] = [];
  private savedHere: readonly Finding[] = [];
  private judging = 0;
  private looking = 0;

  constructor(public saved: SavedReport) {
    for (const { key } of cellsOf(saved.form)) this.texts[key] = saved.values[key] ?? '';
    for (const { id, tables } of saved.form.sections)
      if (tables.length === 0) this.sections[id] = saved.sections[id] ?? '';
    this.cellEdits = computed(() =>
      cellsOf(this.form).flatMap(({ key }) => {
        const [before, after] = [this.saved.values[key] ?? '', this.texts[key] ?? ''];
        return this.canonical(key, after) === before ? [] : [{ key, before, after }];
      }),
    );
    this.sectionEdits = computed(() =>
      Object.entries(this.sections).flatMap(([id, after]) => {
        const before = this.saved.sections[id] ?? '';
        return after.trim() === before.trim() ? [] : [{ id, before, after }];
      }),
    );
    this.refused = computed(() => {
      const refused: Record<CellKey, string> = {};
      for (const { key, column } of cellsOf(this.form)) {
        const read = readCellText(column, this.texts[key] ?? '');
        if ('refused' in read) refused[key] = read.refused;
      }
      return refused;
    });
    this.zeros = computed(() => zerosOf(this.form, this.values.value));
    this.unjudged = computed(
      () =>
        allSums({ ...this.saved.facts, form: this.form, values: this.values.value }).filter(isUnjudged)
          .length,
    );
    this.savedHere = judgeHere(saved.facts, {
      form: saved.form,
      values: savedValues(saved),
      prose: proseOf(saved.form, saved.sections),
    });
    this.judge();
    this.lookForRepairs();
  }

  get form(): Form {
    return this.saved.form;
  }

  /** What a text says, as the server writes it; the text itself while it is no number. */
  canonical(key: CellKey, text: string): string {
    const cell = findCell(this.form, key);
    if (!cell) return text;
    const read = readCellText(cell.column, text);
    if ('refused' in read) return text;
    return read.value === null ? '' : formatValue(cell.column, read.value);
  }

  /** Typing in one cell: goes on with the step before when that was the same cell. */
  type(key: CellKey, text: string): void {
    const last = this.steps[this.steps.length - 1];
    const before = this.texts[key] ?? '';
    if (last?.length === 1 && last[0]?.key === key && last[0].after === before)
      this.steps[this.steps.length - 1] = [{ ...last[0], after: text }];
    else this.steps.push([{ key, before, after: text }]);
    this.undoable.value = this.steps.length;
    this.texts[key] = text;
    this.judgeSoon();
  }

  /** Writes a number as the server will write it; what is no number stays as typed. */
  settle(key: CellKey): void {
    const text = this.texts[key] ?? '';
    const plain = this.canonical(key, text);
    const last = this.steps[this.steps.length - 1];
    if (plain === text) return;
    if (last?.length === 1 && last[0]?.key === key)
      this.steps[this.steps.length - 1] = [{ ...last[0], after: plain }];
    this.texts[key] = plain;
  }

  /** Several cells at once, undone as one. */
  setAll(changes: readonly (readonly [CellKey, string])[]): void {
    const edits = changes
      .map(([key, after]): CellEdit => ({ key, before: this.texts[key] ?? '', after }))
      .filter(({ before, after }) => before !== after);
    if (edits.length === 0) return;
    this.steps.push(edits);
    this.undoable.value = this.steps.length;
    for (const { key, after } of edits) this.texts[key] = after;
    this.judgeSoon();
  }

  /** Takes the last step back and answers the cell to go to. */
  undo(): CellKey | undefined {
    const step = this.steps.pop();
    this.undoable.value = this.steps.length;
    if (!step) return undefined;
    for (const { key, before } of step) this.texts[key] = before;
    this.judgeSoon();
    return step[0]?.key;
  }

  write(section: string, text: string): void {
    this.sections[section] = text;
    this.judgeSoon();
  }

  discard(): void {
    this.setAll(this.cellEdits.value.map(({ key, before }) => [key, before]));
    for (const { id, before } of this.sectionEdits.value) this.sections[id] = before;
    this.judgeSoon();
  }

  apply(repair: Repair): void {
    this.setAll(repair.changes.map(({ cell, to }) => [cell, to]));
  }

  /** After the field has been painted: typing never waits for the rules. */
  private judgeSoon(): void {
    if (this.judging !== 0) return;
    this.judging = window.setTimeout(() => {
      this.judging = 0;
      this.judge();
    }, 0);
    window.clearTimeout(this.looking);
    this.looking = window.setTimeout(() => this.lookForRepairs(), repairPause);
  }

  private judge(): void {
    const values = cellsOf(this.form).map(({ key, column }) => {
      const read = readCellText(column, this.texts[key] ?? '');
      return 'refused' in read ? null : read.value;
    });
    this.values.value = values;
    const here = judgeHere(this.saved.facts, {
      form: this.form,
      values,
      prose: proseOf(this.form, this.sections),
    });
    this.findings.value = findingsNow(this.saved.findings, this.savedHere, here);
    this.mark();
  }

  private lookForRepairs(): void {
    this.repairs.value = proposeRepairs({ form: this.form, values: this.values.value }, this.findings.value);
    this.mark();
  }

  /** The loudest mark stands on the cell most likely wrong, not on the innocent total. */
  private mark(): void {
    const marks: Record<CellKey, CellMark> = {};
    for (const { severity, cells, settled } of this.findings.value)
      if (severity === 'explain' && !settled && cells.length <= 20)
        for (const key of cells) marks[key] = 'explain';
    for (const { severity, cells } of this.findings.value)
      if (severity === 'error') for (const key of cells) marks[key] = 'error';
    const broken = this.findings.value.some(({ severity }) => severity === 'error');
    if (broken) for (const { cell } of this.repairs.value[0]?.changes ?? []) marks[cell] = 'suspect';
    for (const key of Object.keys(this.marks)) if (!(key in marks)) delete this.marks[key];
    Object.assign(this.marks, marks);
  }
}

function savedValues({ form, values }: SavedReport): Values {
  return cellsOf(form).map(({ key, column }) => {
    const text = values[key];
    if (text == null) return null;
    const parsed = parseValue(column, text);
    return 'value' in parsed ? parsed.value : null;
  });
}

function proseOf(form: Form, texts: Readonly<Record<string, string>>): Prose {
  const sections = form.sections
    .filter(({ tables }) => tables.length === 0)
    .map(({ id, title }) => ({ id, title, text: texts[id] ?? '' }));
  return { sections, headings: null, datedOn: null };
}

function zerosOf(form: Form, values: Values): CellKey[] {
  return [
    ...blanksAsZero(form, (key) => {
      const value = valueAt(form, values, key);
      if (value === undefined) return undefined;
      return value === null ? 'blank' : value === 0n ? 'zero' : 'other';
    }),
  ];
}
