import { cellsOf, type CellKey } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import type { DraftCell, ReportDraft } from '../draft.js';

/**
 * A report as it travels between threads: thousands of small objects are slow to copy, some long texts are
 * not. Cells stand in the order of the form, parted by tabs; an empty one is null.
 */
export interface PackedReport extends Omit<ReportDraft, 'cells'> {
  readonly values: string;
  /** null where every cell holds its value as the form writes it. */
  readonly raws: readonly (string | null)[] | null;
  readonly places: string;
}

export function packReport({ cells, ...report }: ReportDraft): PackedReport {
  const all = cellsOf(formOf(report.form)).map(({ key }) => cells[key] ?? absent);
  const raws = all.map(({ raw }) => raw);
  return {
    ...report,
    values: all.map(({ value }) => value ?? '').join('\t'),
    raws: all.every(({ value, raw }) => value === raw) ? null : raws,
    places: all.map(({ at }) => at?.replaceAll('\t', ' ') ?? '').join('\t'),
  };
}

export function unpackReport({ values, raws, places, ...report }: PackedReport): ReportDraft {
  const valueOf = values.split('\t');
  const placeOf = places.split('\t');
  const cells: Record<CellKey, DraftCell> = {};
  cellsOf(formOf(report.form)).forEach(({ key }, index) => {
    const value = valueOf[index] || null;
    cells[key] = { value, raw: raws ? (raws[index] ?? null) : value, at: placeOf[index] || null };
  });
  return { ...report, cells };
}

const absent: DraftCell = { value: null, raw: null, at: null };

function formOf(id: string) {
  const form = formById(id);
  if (!form) throw new Error(`a draft names the form ${id}, which does not exist`);
  return form;
}
