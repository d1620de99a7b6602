import { fewest } from './withheld.js';
import type { StatisticGroup } from '../StatisticGroup.js';

/** What is counted of a group; an outcome by its row of 三. */
export type Quantity = string;

/** Those that have no answer yet: never shown, but cases less answers. */
const open = 'open';
const outcomeOf = (outcome: string): Quantity => `outcome ${outcome}`;

/** All that is counted of some groups. */
export function quantitiesOf(groups: readonly StatisticGroup[]): readonly Quantity[] {
  const outcomes = new Set(groups.flatMap((group) => group.outcomes.map(({ outcome }) => outcome)));
  return ['cases', 'answered', 'extended', open, ...[...outcomes].map(outcomeOf)];
}

export function countOf(group: StatisticGroup, quantity: Quantity): number {
  switch (quantity) {
    case 'cases':
      return group.cases ?? 0;
    case 'answered':
      return group.answered ?? 0;
    case 'extended':
      return group.extended ?? 0;
    case open:
      return (group.cases ?? 0) - (group.answered ?? 0);
    default:
      return group.outcomes.find(({ outcome }) => outcomeOf(outcome) === quantity)?.cases ?? 0;
  }
}

/** What is left out with others: nothing is told of cases that are not, and answers are cases less the open ones. */
export function leftOutWith(quantity: Quantity): readonly Quantity[] {
  if (quantity === 'cases') return [quantity];
  return quantity === 'answered' || quantity === open ? ['cases', 'answered', open] : ['cases', quantity];
}

/** A group without the numbers that are left out. The days of answers that are left out go with them. */
export function withoutThose(
  group: StatisticGroup,
  isHidden: (quantity: Quantity) => boolean,
): StatisticGroup {
  if (isHidden('cases'))
    return {
      ...group,
      ...{ cases: null, answered: null, medianDays: null, ninetiethDays: null, extended: null, outcomes: [] },
    };
  const hidesAnswers = isHidden('answered') || isHidden(open);
  return {
    ...group,
    ...(hidesAnswers && { answered: null, medianDays: null, ninetiethDays: null }),
    ...(isHidden('extended') && { extended: null }),
    outcomes: group.outcomes.filter(({ outcome }) => !isHidden(outcomeOf(outcome))),
  };
}

/**
 * An outcome more that has to be left out of a group: what is left out could be worked out by taking the others from
 * the answers, or the answers by adding up all of them. null when there is none.
 */
export function oneMoreOutcome(
  group: StatisticGroup,
  isHidden: (quantity: Quantity) => boolean,
): Quantity | null {
  if (isHidden('cases')) return null;
  const counts = group.outcomes.filter(({ cases }) => cases > 0);
  const hidden = counts.filter(({ outcome }) => isHidden(outcomeOf(outcome)));
  const sum = hidden.reduce((all, { cases }) => all + cases, 0);
  const isEnough = hidden.length > 1 && sum >= fewest;
  if (isHidden('answered') ? hidden.length > 0 : hidden.length === 0 || isEnough) return null;
  const shown = counts.filter(({ outcome }) => !isHidden(outcomeOf(outcome)));
  const [next] = shown.sort((one, other) => one.cases - other.cases);
  return next ? outcomeOf(next.outcome) : null;
}
