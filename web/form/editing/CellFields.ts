import { shallowReactive, toRaw } from 'vue';
import { cellsOf, formatValue, type CellKey, type FormCell, type Values } from '../../../src/cells.js';
import type { SavedReport, CellEdit } from './edits.js';
import { readCellText } from './readCellText.js';

/** A text as it was read: its exact value, and how the server will write it. */
interface ReadText {
  readonly value: bigint | null;
  readonly plain: string;
}

/**
 * What stands in the cells. A keystroke touches one cell: only that one is read anew, and only what shows it is
 * drawn anew.
 */
export class CellFields {
  readonly texts = shallowReactive<Record<CellKey, string>>({});
  /** Cells whose text is no number of theirs, with why. */
  readonly refused = shallowReactive<Record<CellKey, string>>({});

  private readonly cells: ReadonlyMap<CellKey, FormCell>;
  private readonly read = new Map<CellKey, ReadText>();

  constructor(private readonly saved: SavedReport) {
    const cells = cellsOf(saved.form);
    this.cells = new Map(cells.map((cell) => [cell.key, cell]));
    for (const { key } of cells) this.write(key, saved.values[key] ?? '');
  }

  write(key: CellKey, text: string): void {
    const cell = this.cells.get(key);
    if (!cell) return;
    this.texts[key] = text;
    const read = readCellText(cell.column, text);
    if ('refused' in read) {
      this.read.set(key, { value: null, plain: text });
      this.refused[key] = read.refused;
    } else {
      const plain = read.value === null ? '' : formatValue(cell.column, read.value);
      this.read.set(key, { value: read.value, plain });
      if (key in toRaw(this.refused)) delete this.refused[key];
    }
  }

  /** What stands in a cell, as the server writes it; the text itself while it is no number. */
  plain(key: CellKey): string {
    return this.read.get(key)?.plain ?? '';
  }

  values(): Values {
    return [...this.cells.keys()].map((key) => this.read.get(key)?.value ?? null);
  }

  edits(): CellEdit[] {
    const texts = toRaw(this.texts);
    return [...this.cells.keys()].flatMap((key) => {
      const before = this.saved.values[key] ?? '';
      return this.plain(key) === before ? [] : [{ key, before, after: texts[key] ?? '' }];
    });
  }
}
