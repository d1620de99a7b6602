import type { Form } from '../forms/form.js';

/** What follows from a form alone, found out once for each. */
export function perForm<Answer extends object>(answer: (form: Form) => Answer): (form: Form) => Answer {
  const known = new WeakMap<Form, Answer>();
  return (form) => {
    let found = known.get(form);
    if (!found) known.set(form, (found = answer(form)));
    return found;
  };
}
