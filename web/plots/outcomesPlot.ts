import type { CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { outcomeGroups } from '../../src/forms/outcomeGroups.js';
import { plotColours, type PlotData } from './plotData.js';
import { texts } from './texts.js';

export interface YearOfOutcomes {
  readonly year: number;
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/** The outcomes by their printed groups, with the totals of their rows. */
export function totalsOf(form: Form): { readonly name: string; readonly keys: readonly CellKey[] }[] {
  return outcomeGroups(form).map(({ name, rows }) => ({
    name,
    keys: rows.map((row): CellKey => `requests.${row}.total`),
  }));
}

/** A column a year, the outcomes on each other; a year without any number of them is left out. */
export function outcomesPlot(form: Form, years: readonly YearOfOutcomes[]): PlotData {
  const groups = totalsOf(form);
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
