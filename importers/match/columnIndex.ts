import type { Column, Table } from '../../src/forms/form.js';
import { LabelIndex } from './labelIndex.js';

const indexes = new WeakMap<Table, LabelIndex<Column>>();

export function columnIndex(table: Table): LabelIndex<Column> {
  const known = indexes.get(table);
  if (known) return known;
  const index = new LabelIndex(table.columns);
  indexes.set(table, index);
  return index;
}
