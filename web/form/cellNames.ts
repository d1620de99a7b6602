import { findCell, type CellKey, type FormCell } from '../../src/cells.js';
import { rowName } from '../../src/checks/place.js';
import type { Form } from '../../src/forms/form.js';
import { texts } from './texts.js';
import { formById, forms } from '../../src/forms/index.js';

/** Row and column of a cell as printed, with the unit: 「（三）不予公开·1.属于国家秘密 自然人（件）」. */
export function shortName(cell: FormCell): string {
  const { label, unit } = cell.column;
  return `${rowName(cell).slice(1, -1)} ${label}${label.includes(unit) ? '' : `（${unit}）`}`;
}

export function shortNameOf(form: Form, key: CellKey): string {
  const cell = findCell(form, key);
  return cell ? shortName(cell) : key;
}

/** The same where only the name of the form is known. */
export function nameInForm(form: string, key: CellKey): string {
  const found = formById(form);
  return found ? shortNameOf(found, key) : key;
}

/** The same where not even that is known: by the newest form that has such a cell. */
export function nameInAnyForm(key: CellKey): string {
  const form = [...forms].reverse().find((each) => findCell(each, key));
  return form ? shortNameOf(form, key) : key;
}

/** A section as printed: 「一、总体情况」 without the brackets. */
export function sectionNameOf(form: Form, id: string): string {
  const section = form.sections.find((each) => each.id === id);
  return section ? texts.section(section.numeral, section.title) : id;
}
