import type { Values } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { repairKey } from '../../src/repair/repair.js';
import type { Repair } from './types.js';

export function repairsOf(form: Form, values: Values): Repair[] {
  return proposeRepairs({ form, values }).map((repair) => ({ id: repairKey(repair), ...repair }));
}
