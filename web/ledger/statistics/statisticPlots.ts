import type { Form } from '../../../src/forms/form.js';
import { outcomeGroups } from '../../../src/forms/outcomeGroups.js';
import { plotColours, type PlotData } from '../../plots/plotData.js';
import type { Group } from './groups.js';
import { texts } from './texts.js';

/** Days from receipt to answer. */
export function daysPlot(category: string, groups: readonly Group[], kind: 'bars' | 'columns'): PlotData {
  return {
    kind,
    category,
    categories: groups.map(({ label }) => label),
    series: [
      {
        name: texts.median,
        colour: plotColours.blue,
        values: groups.map(({ medianDays }) => medianDays ?? null),
      },
      {
        name: texts.ninetieth,
        colour: plotColours.yellow,
        values: groups.map(({ ninetiethDays }) => ninetiethDays ?? null),
      },
    ],
  };
}

export function casesPlot(category: string, groups: readonly Group[]): PlotData {
  return {
    kind: 'columns',
    category,
    categories: groups.map(({ label }) => label),
    series: [
      { name: texts.received, colour: plotColours.blue, values: groups.map(({ cases }) => cases ?? null) },
      {
        name: texts.extended,
        colour: plotColours.red,
        values: groups.map(({ extended }) => extended ?? null),
      },
    ],
  };
}

/** How the requests of each group ended, by the printed groups of 三. */
export function outcomesByGroup(form: Form, groups: readonly Group[]): PlotData {
  const colours = Object.values(plotColours);
  return {
    kind: 'bars',
    stacked: true,
    category: texts.applicant,
    categories: groups.map(({ label }) => label),
    series: outcomeGroups(form).map(({ name, rows }, index) => ({
      name,
      colour: colours[index % colours.length] ?? plotColours.grey,
      values: groups.map(({ outcomes }) =>
        outcomes.filter(({ outcome }) => rows.includes(outcome)).reduce((sum, { cases }) => sum + cases, 0),
      ),
    })),
  };
}
