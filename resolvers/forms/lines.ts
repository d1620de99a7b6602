import { commonUnit } from '../../src/cells.js';
import type { Column, Row, Table } from '../../src/forms/form.js';
import type { Line } from './types.js';

const known = new WeakMap<Column | Row, Line>();

export function columnLine(column: Column): Line {
  return remembered(column, column.unit);
}

export function rowLine(table: Table, row: Row): Line {
  return remembered(row, commonUnit(table));
}

/** Lines are printed once and never change, so each is made once. */
function remembered(line: Column | Row, unit: string): Line {
  const made = known.get(line) ?? { key: line.id, label: line.label, unit };
  known.set(line, made);
  return made;
}
