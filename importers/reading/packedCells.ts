import { cellsOf, parseValue, type CellKey, type Values } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import { once } from '../../src/once.js';
import type { DraftCell, FileDraft, ReportDraft } from '../draft/draft.js';
import { packPlaces, unpackPlaces, type PackedPlaces } from './packPlaces.js';

/**
 * The cells of a report as they travel between processes and are filed: thousands of small objects are slow to
 * make and to copy, some long texts are not. Cells stand in the order of the form.
 */
export interface PackedCells {
  /** Parted by tabs; an empty one is blank. */
  readonly values: string;
  /** null where every cell holds its value as the form writes it. */
  readonly raws: readonly (string | null)[] | null;
  readonly places: PackedPlaces;
}

export type PackedReport = Omit<ReportDraft, 'cells'> & { readonly packed: PackedCells };

/** A file as it travels from whoever read it. */
export type PackedFile = Omit<FileDraft, 'reports'> & { readonly packed: readonly PackedReport[] };

const known = new WeakMap<ReportDraft, PackedReport>();

export function packReport(draft: ReportDraft): PackedReport {
  const packed = known.get(draft);
  if (packed) return packed;
  const { cells, ...report } = draft;
  return { ...report, packed: packCells(formOf(report.form), cells) };
}

/** A draft whose cells are made when somebody looks at them: most are only filed. */
export function unpackReport(packed: PackedReport): ReportDraft {
  const { packed: cells, ...report } = packed;
  const unpacked = once(() => unpackCells(formOf(report.form), cells));
  const draft: ReportDraft = {
    ...report,
    get cells() {
      return unpacked();
    },
  };
  known.set(draft, packed);
  return draft;
}

export function packFile({ reports, ...file }: FileDraft): PackedFile {
  return { ...file, packed: reports.map(packReport) };
}

export function unpackFile({ packed, ...file }: PackedFile): FileDraft {
  return { ...file, reports: packed.map(unpackReport) };
}

/** The cells of a draft, packed. */
export function packedCells(draft: ReportDraft): PackedCells {
  return packReport(draft).packed;
}

export function packColumns(
  values: readonly (string | null)[],
  raws: readonly (string | null)[],
  places: PackedPlaces,
): PackedCells {
  const areAsWritten = values.every((value, index) => value === raws[index]);
  return { values: values.join('\t'), raws: areAsWritten ? null : raws, places };
}

/** The exact values of packed cells. */
export function packedValues(form: Form, { values }: Pick<PackedCells, 'values'>): Values {
  const texts = values.split('\t');
  return cellsOf(form).map(({ column, position }) => {
    const text = texts[position];
    if (!text) return null;
    const parsed = parseValue(column, text);
    return 'value' in parsed ? parsed.value : null;
  });
}

function packCells(form: Form, cells: ReportDraft['cells']): PackedCells {
  const all = cellsOf(form).map(({ key }) => cells[key] ?? absent);
  return packColumns(
    all.map(({ value }) => value),
    all.map(({ raw }) => raw),
    packPlaces(all.map(({ at }) => at)),
  );
}

function unpackCells(form: Form, { values, raws, places }: PackedCells): Record<CellKey, DraftCell> {
  const valueOf = values.split('\t');
  const placeOf = unpackPlaces(places);
  const cells: Record<CellKey, DraftCell> = {};
  cellsOf(form).forEach(({ key }, index) => {
    const value = valueOf[index] || null;
    cells[key] = { value, raw: raws ? (raws[index] ?? null) : value, at: placeOf[index] ?? null };
  });
  return cells;
}

const absent: DraftCell = { value: null, raw: null, at: null };

function formOf(id: string): Form {
  const form = formById(id);
  if (!form) throw new Error(`a draft names the form ${id}, which does not exist`);
  return form;
}
