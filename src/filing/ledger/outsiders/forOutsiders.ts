import type { StatisticGroup } from '../StatisticGroup.js';
import { hiddenWith, untilSettled } from './hiding.js';
import { countOf, oneMoreOutcome, quantitiesOf, withoutThose, type Quantity } from './quantities.js';
import { withheld } from './withheld.js';

/**
 * Groups as outsiders may see them: no number of one or two cases, nor one that could be worked out by taking the
 * others from their sum, whether over the groups or over the outcomes of one.
 */
export function forOutsiders(groups: readonly StatisticGroup[]): StatisticGroup[] {
  const hidden = new Map<Quantity, ReadonlySet<number>>();
  const isHidden = (quantity: Quantity, index: number) => hidden.get(quantity)?.has(index) ?? false;
  const quantities = quantitiesOf(groups);
  untilSettled(hidden, () => {
    for (const quantity of quantities) {
      const counts = groups.map((group) => countOf(group, quantity));
      hidden.set(quantity, withheld(counts, hiddenWith(hidden, quantity)));
    }
    groups.forEach((group, index) => {
      const more = oneMoreOutcome(group, (quantity) => isHidden(quantity, index));
      if (more !== null) hidden.set(more, new Set([...(hidden.get(more) ?? []), index]));
    });
  });
  return groups.map((group, index) => withoutThose(group, (quantity) => isHidden(quantity, index)));
}
