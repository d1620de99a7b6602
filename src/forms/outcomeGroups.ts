import type { Form } from './form.js';

/** One kind of outcome as printed, （三）不予公开 with all its rows, by the ids of its rows. */
export interface OutcomeGroup {
  readonly name: string;
  readonly rows: readonly string[];
}

/** The outcomes of requests by their printed groups: what adds up to the total of outcomes. */
export function outcomeGroups(form: Form): OutcomeGroup[] {
  const groups: { name: string; rows: string[] }[] = [];
  const table = form.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'requests');
  for (const { id, label, group } of table?.rows ?? []) {
    if (group === undefined || id === 'outcomesTotal') continue;
    // 部分公开 has words of the form behind it that no plot has room for.
    const name = (group.startsWith('（') ? group : label).replace(/(?<=.)（[^（）]*）$/, '');
    const same = groups.find((each) => each.name === name);
    if (same) same.rows.push(id);
    else groups.push({ name, rows: [id] });
  }
  return groups;
}
