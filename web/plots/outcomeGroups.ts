import type { Form } from '../../src/forms/form.js';
import { plotColours, type PlotData } from './plotData.js';
import { texts } from './texts.js';

/** One kind of outcome as printed, （三）不予公开 with all its rows, and the totals of its rows. */
interface OutcomeGroup {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The outcomes of requests by their printed groups: what adds up to the total of outcomes. */
export function outcomeGroups(form: Form): OutcomeGroup[] {
  const groups: { name: string; keys: string[] }[] = [];
  const table = form.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'requests');
  for (const { id, label, group } of table?.rows ?? []) {
    const isSum = ['outcomesTotal', 'carriedForward'].includes(id);
    if (group === undefined || isSum) continue;
    // 部分公开 has words of the form behind it that no plot has room for.
    const name = (group.startsWith('（') ? group : label).replace(/(?<=.)（[^（）]*）$/, '');
    const key = `requests.${id}.total`;
    const same = groups.find((each) => each.name === name);
    if (same) same.keys.push(key);
    else groups.push({ name, keys: [key] });
  }
  return groups;
}

export interface YearOfOutcomes {
  readonly year: number;
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/** A column a year, the outcomes on each other; a year without any number of them is left out. */
export function outcomesPlot(form: Form, years: readonly YearOfOutcomes[]): PlotData {
  const groups = outcomeGroups(form);
  const told = years.filter(({ values }) =>
    groups.some(({ keys }) => keys.some((key) => values[key] != null)),
  );
  const colours = Object.values(plotColours);
  return {
    kind: 'columns',
    stacked: true,
    category: texts.year,
    categories: told.map(({ year }) => String(year)),
    series: groups.map(({ name, keys }, index) => ({
      name,
      colour: colours[index % colours.length] ?? plotColours.grey,
      values: told.map(({ values }) => {
        const known = keys.flatMap((key) => values[key] ?? []);
        return known.length === 0 ? null : known.reduce((sum, value) => sum + Number(value), 0);
      }),
    })),
  };
}
