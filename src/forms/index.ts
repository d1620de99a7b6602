import { form2019 } from './2019.js';
import { form2021 } from './2021.js';
import type { Form } from './form.js';

/** Every uniform form, oldest first. A new form is one file and one entry here. */
export const forms: readonly Form[] = [form2019, form2021];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}

/** The form that the report of a year must use; undefined before 2019. */
export function formForYear(year: number): Form | undefined {
  return forms.find((form) => form.firstYear <= year && (form.lastYear === null || year <= form.lastYear));
}
