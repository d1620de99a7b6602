import { cellsOf, findCell, parseValue, type CellKey, type Values } from '../../cells.js';
import { columnName, rowName } from '../../checks/place.js';
import type { Form } from '../../forms/form.js';
import { proposePartialRepairs } from '../../repair/proposeRepairs.js';
import type { Repair } from '../../repair/repair.js';
import type { Fault } from './annotatedFaults.js';
import type { AnnotatedReport } from './annotatedReport.js';
import { printedAddress } from './cellLink.js';
import type { PrintedForm } from '../printed/printedForm.js';

/** More blank cells than this are filled from the notes on them. */
const mostFills = 4;

/** What would make the sums of each part of an upload hold, likeliest first. */
export function repairsOf({ form, cells, findings }: AnnotatedReport): Repair[][] {
  return proposePartialRepairs({ form, values: valuesOf(form, cells) }, findings);
}

function valuesOf(form: Form, cells: AnnotatedReport['cells']): Values {
  return cellsOf(form).map(({ key, column }) => {
    const text = cells[key]?.value ?? null;
    const parsed = text === null ? null : parseValue(column, text);
    return parsed && 'value' in parsed ? parsed.value : null;
  });
}

/** The likeliest repair that changes one of the cells of a fault, among those of its part and of all parts. */
export function likeliestRepair(parts: readonly (readonly Repair[])[], { cells }: Pick<Fault, 'cells'>) {
  const touches = ({ changes }: Repair) => changes.some(({ cell }) => cells.includes(cell));
  const touching = parts.filter((repairs) => repairs.some(touches));
  const [own = []] = touching;
  const best = own.find(touches);
  return best && { best, own, touching };
}

/** What the column 建议改法 says of a fault: the likeliest change to one of its cells, and whether it is the only one. */
export function repairInWords(
  { form }: Pick<AnnotatedReport, 'form'>,
  printed: PrintedForm,
  parts: readonly (readonly Repair[])[],
  fault: Pick<Fault, 'cells'>,
): string {
  const likeliest = likeliestRepair(parts, fault);
  if (!likeliest) return '';
  const { best, own, touching } = likeliest;
  const change = ({ cell, from, to }: Repair['changes'][number]) => {
    const target = findCell(form, cell);
    const place = `${printedAddress(printed, cell) ?? ''}${
      target ? `（${rowName(target)}行${columnName(target)}列）` : ''
    }`;
    return from === null ? `${place}填 ${to}` : `${place}由 ${from} 改为 ${to}`;
  };
  if (isFill(best)) {
    const listed = touching.slice(0, mostFills).flatMap((repairs) => repairs[0]?.changes.map(change) ?? []);
    const more = touching.length > mostFills ? ` 等 ${touching.length} 格` : '';
    return `${listed.join('；')}${more}。各只有这一个数能使各项相符`;
  }
  const rank = best === own[0] ? '这一种最可能' : '这是其中一种';
  const only = best.unique ? '只有这一种改法能使各项相符' : `可能的改法共 ${own.length} 种，${rank}`;
  return `${best.changes.map(change).join('；')}。${only}`;
}

/** What the note of each cell may say of the likeliest repair: its value, and whether nothing else would do. */
export function repairHints(parts: readonly (readonly Repair[])[]): ReadonlyMap<CellKey, string> {
  return new Map(
    parts
      .flatMap((repairs) => repairs.slice(0, 1))
      .flatMap(({ changes, unique }) =>
        changes.map(({ cell, to }) => [cell, unique ? `只能是 ${to}` : `可能应为 ${to}`] as const),
      ),
  );
}

/** A blank cell that only one value can fill: each is filled for itself. */
function isFill({ changes }: Repair): boolean {
  return changes.every(({ from }) => from === null);
}
