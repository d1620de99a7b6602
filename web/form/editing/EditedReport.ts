import { computed, shallowReactive, type ComputedRef, type Ref } from 'vue';
import { cellsOf, findCell, formatValue, type CellKey, type Values } from '../../../src/cells.js';
import { allSums, isUnjudged } from '../../../src/checks/sums/sums.js';
import type { Form } from '../../../src/forms/form.js';
import type { Repair } from '../../../src/repair/repair.js';
import { proseOf, zerosOf, type CellEdit, type SavedReport, type SectionEdit } from './edits.js';
import { EditSteps } from './EditSteps.js';
import { JudgedFields } from './JudgedFields.js';
import { readCellText } from './readCellText.js';

/** What somebody has made of a report in the fields, judged while typing, with an undo of its own. */
export class EditedReport {
  /** What stands in each field. */
  readonly texts = shallowReactive<Record<CellKey, string>>({});
  readonly sections = shallowReactive<Record<string, string>>({});
  readonly judged: JudgedFields;
  readonly undoable: Ref<number>;
  readonly cellEdits: ComputedRef<readonly CellEdit[]>;
  readonly sectionEdits: ComputedRef<readonly SectionEdit[]>;
  /** Cells whose text is no number of theirs, with why. */
  readonly refused: ComputedRef<Readonly<Record<CellKey, string>>>;
  /** Blank cells that are no sums, or sums of nothing but zeros. */
  readonly zeros: ComputedRef<readonly CellKey[]>;
  /** Sums that nobody can judge while cells are blank. */
  readonly unjudged: ComputedRef<number>;
  /** No number at all stands in the form. */
  readonly isEmpty: ComputedRef<boolean>;

  private readonly steps = new EditSteps();

  constructor(public saved: SavedReport) {
    const { form, facts } = saved;
    for (const { key } of cellsOf(form)) this.texts[key] = saved.values[key] ?? '';
    for (const { id } of proseOf(form, {}).sections) this.sections[id] = saved.sections[id] ?? '';
    this.judged = new JudgedFields(saved, () => ({
      values: this.readValues(),
      prose: proseOf(form, this.sections),
    }));
    this.undoable = this.steps.count;
    this.cellEdits = computed(() => this.changedCells());
    this.sectionEdits = computed(() => this.changedSections());
    this.refused = computed(() => this.refusedCells());
    this.zeros = computed(() => zerosOf(form, this.judged.values.value));
    this.unjudged = computed(
      () => allSums({ ...facts, form, values: this.judged.values.value }).filter(isUnjudged).length,
    );
    this.isEmpty = computed(() => this.judged.values.value.every((value) => value === null));
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

  /** Typing in one cell. */
  type(key: CellKey, text: string): void {
    this.steps.type({ key, before: this.texts[key] ?? '', after: text });
    this.texts[key] = text;
    this.judged.soon();
  }

  /** Writes a number as the server will write it; what is no number stays as typed. */
  settle(key: CellKey): void {
    const text = this.texts[key] ?? '';
    const plain = this.canonical(key, text);
    if (plain === text) return;
    this.steps.rewrite(key, plain);
    this.texts[key] = plain;
  }

  /** Several cells at once, undone as one. */
  setAll(changes: readonly (readonly [CellKey, string])[]): void {
    const edits = changes
      .map(([key, after]): CellEdit => ({ key, before: this.texts[key] ?? '', after }))
      .filter(({ before, after }) => before !== after);
    if (edits.length === 0) return;
    this.steps.add(edits);
    for (const { key, after } of edits) this.texts[key] = after;
    this.judged.soon();
  }

  /** Takes the last step back and answers the cell to go to. */
  undo(): CellKey | undefined {
    const step = this.steps.take();
    if (!step) return undefined;
    for (const { key, before } of step) this.texts[key] = before;
    this.judged.soon();
    return step[0]?.key;
  }

  write(section: string, text: string): void {
    this.sections[section] = text;
    this.judged.soon();
  }

  discard(): void {
    this.setAll(this.cellEdits.value.map(({ key, before }) => [key, before]));
    for (const { id, before } of this.sectionEdits.value) this.sections[id] = before;
    this.judged.soon();
  }

  apply(repair: Repair): void {
    this.setAll(repair.changes.map(({ cell, to }) => [cell, to]));
  }

  private readValues(): Values {
    return cellsOf(this.form).map(({ key, column }) => {
      const read = readCellText(column, this.texts[key] ?? '');
      return 'refused' in read ? null : read.value;
    });
  }

  private changedCells(): CellEdit[] {
    return cellsOf(this.form).flatMap(({ key }) => {
      const [before, after] = [this.saved.values[key] ?? '', this.texts[key] ?? ''];
      return this.canonical(key, after) === before ? [] : [{ key, before, after }];
    });
  }

  private changedSections(): SectionEdit[] {
    return Object.entries(this.sections).flatMap(([id, after]) => {
      const before = this.saved.sections[id] ?? '';
      return after.trim() === before.trim() ? [] : [{ id, before, after }];
    });
  }

  private refusedCells(): Record<CellKey, string> {
    const refused: Record<CellKey, string> = {};
    for (const { key, column } of cellsOf(this.form)) {
      const read = readCellText(column, this.texts[key] ?? '');
      if ('refused' in read) refused[key] = read.refused;
    }
    return refused;
  }
}
