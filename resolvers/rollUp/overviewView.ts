import { formatValue } from '../../src/cells.js';
import type { Overview as Found } from '../../src/filing/rollUp/overviewOf.js';
import type { OverviewYear as YearFound } from '../../src/rollUp/overview.js';
import { Grouping, type Overview, type OverviewYear } from './types.js';

/** An overview with its numbers as decimal strings in the units of the form. */
export function overviewView({ request, cells, groups, total, nameOf }: Found): Overview {
  const yearView = ({ year, filed, values }: YearFound): OverviewYear => ({
    year,
    filed,
    values: cells.map(({ key, column }, index) => {
      const {
        value = null,
        share = null,
        rank = null,
        difference = null,
        percentage = null,
      } = values[index] ?? {};
      const show = (number: bigint | null) => (number === null ? null : formatValue(column, number));
      return { key, value: show(value), share, rank, difference: show(difference), percentage };
    }),
  });
  return {
    agency: request.agency,
    by: Grouping[request.by],
    groups: groups.map(({ group, years }) => ({
      code: group,
      name: nameOf(group),
      years: years.map(yearView),
    })),
    total: total.map(yearView),
  };
}
