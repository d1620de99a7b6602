import { shallowReactive, shallowRef, toRaw, type Ref, type ShallowRef } from 'vue';
import { keysOf, type CellKey } from '../../../src/cells.js';
import type { Form } from '../../../src/forms/form.js';
import type { Repair } from '../../../src/repair/repair.js';
import { BlankCells } from './BlankCells.js';
import { CellFields } from './CellFields.js';
import { proseOf, type CellEdit, type SavedReport, type SectionEdit } from './edits.js';
import { EditSteps } from './EditSteps.js';
import { JudgedFields } from './JudgedFields.js';

/** What somebody has made of a report in the fields, judged while typing, with an undo of its own. */
export class EditedReport {
  readonly fields: CellFields;
  readonly sections = shallowReactive<Record<string, string>>({});
  readonly judged: JudgedFields;
  readonly undoable: Ref<number>;
  /** What was changed, as the page shows it: a picture later than it was typed. */
  readonly cellEdits: ShallowRef<readonly CellEdit[]> = shallowRef([]);
  readonly sectionEdits: ShallowRef<readonly SectionEdit[]> = shallowRef([]);
  readonly blanks: BlankCells;

  private readonly steps = new EditSteps();

  constructor(public saved: SavedReport) {
    const { form } = saved;
    this.fields = new CellFields(saved);
    for (const { id } of proseOf(form, {}).sections) this.sections[id] = saved.sections[id] ?? '';
    this.judged = new JudgedFields(
      saved,
      () => ({
        values: this.fields.values(),
        unread: new Set(keysOf(toRaw(this.refused))),
        prose: proseOf(form, this.sections),
      }),
      () => this.showEdits(),
    );
    this.undoable = this.steps.count;
    this.blanks = new BlankCells(saved, this.fields, this.judged.values);
  }

  get form(): Form {
    return this.saved.form;
  }

  /** What stands in each field. */
  get texts(): Readonly<Record<CellKey, string>> {
    return this.fields.texts;
  }

  /** Cells whose text is no number of theirs, with why. */
  get refused(): Readonly<Record<CellKey, string>> {
    return this.fields.refused;
  }

  /** Typing in one cell. */
  type(key: CellKey, text: string): void {
    this.steps.type({ key, before: this.texts[key] ?? '', after: text });
    this.fields.write(key, text);
    this.judged.soon();
  }

  /** Writes a number as the server will write it; what is no number stays as typed. */
  settle(key: CellKey): void {
    const text = this.texts[key] ?? '';
    const plain = this.fields.plain(key);
    if (plain === text) return;
    this.steps.rewrite(key, plain);
    this.fields.write(key, plain);
  }

  /** Several cells at once, undone as one. */
  setAll(changes: readonly (readonly [CellKey, string])[]): void {
    const edits = changes
      .map(([key, after]): CellEdit => ({ key, before: this.texts[key] ?? '', after }))
      .filter(({ before, after }) => before !== after);
    if (edits.length === 0) return;
    this.steps.add(edits);
    for (const { key, after } of edits) this.fields.write(key, after);
    this.judged.soon();
  }

  /** Takes the last step back and answers the cell to go to. */
  undo(): CellKey | undefined {
    const step = this.steps.take();
    if (!step) return undefined;
    for (const { key, before } of step) this.fields.write(key, before);
    this.judged.soon();
    return step[0]?.key;
  }

  write(section: string, text: string): void {
    this.sections[section] = text;
    this.judged.soon();
  }

  discard(): void {
    this.setAll(this.changedCells().map(({ key, before }) => [key, before]));
    for (const { id, before } of this.changedSections()) this.sections[id] = before;
    this.judged.soon();
  }

  apply(repair: Repair): void {
    this.setAll(repair.changes.map(({ cell, to }) => [cell, to]));
  }

  /** What was changed, exactly now. */
  changedCells(): CellEdit[] {
    return this.fields.edits();
  }

  changedSections(): SectionEdit[] {
    return Object.entries(this.sections).flatMap(([id, after]) => {
      const before = this.saved.sections[id] ?? '';
      return after.trim() === before.trim() ? [] : [{ id, before, after }];
    });
  }

  /** What was typed and not saved, laid over a newer state of the report. */
  over(saved: SavedReport): EditedReport {
    const next = new EditedReport(saved);
    next.setAll(this.changedCells().map(({ key, after }) => [key, after]));
    for (const { id, after } of this.changedSections()) next.write(id, after);
    return next;
  }

  private showEdits(): void {
    const [cells, sections] = [this.changedCells(), this.changedSections()];
    if (cells.length + this.cellEdits.value.length > 0) this.cellEdits.value = cells;
    if (sections.length + this.sectionEdits.value.length > 0) this.sectionEdits.value = sections;
  }
}
