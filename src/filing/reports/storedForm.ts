import type { Form } from '../../forms/form.js';
import { formById } from '../../forms/index.js';

/** The form of a stored report. Forms are never taken away. */
export function storedForm(id: string): Form {
  const form = formById(id);
  if (!form) throw new Error(`a stored report uses the form ${id}, which does not exist`);
  return form;
}
