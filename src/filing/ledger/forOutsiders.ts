import type { OutcomeCount, StatisticGroup } from './StatisticGroup.js';

/** With fewer than this, somebody could be told apart. */
const fewest = 3;

/**
 * Groups as outsiders may see them: no number of one or two cases, nor one that could be worked out by taking the
 * others from their sum. Where what is left out is fewer than three in all, the next smallest goes with it.
 */
export function forOutsiders(groups: readonly StatisticGroup[]): StatisticGroup[] {
  const hidden = withheld(groups.map(({ cases }) => cases ?? 0));
  const open = groups.map((group, index) => (hidden.has(index) ? withoutNumbers(group) : group));
  const answered = withheld(open.map((group) => group.answered ?? 0));
  const extended = withheld(open.map((group) => group.extended ?? 0));
  const outcomes = withheldOutcomes(open);
  return open.map((group, index) => ({
    ...group,
    // The days of one or two cases are theirs.
    ...(answered.has(index) && { answered: null, medianDays: null, ninetiethDays: null }),
    ...(extended.has(index) && { extended: null }),
    outcomes: group.outcomes.filter(({ outcome }) => !outcomes.get(outcome)?.has(index)),
  }));
}

function withoutNumbers(group: StatisticGroup): StatisticGroup {
  const outcomes: readonly OutcomeCount[] = [];
  return {
    ...group,
    ...{ cases: null, answered: null, medianDays: null, ninetiethDays: null, extended: null, outcomes },
  };
}

/** By outcome, in which groups its number is left out. */
function withheldOutcomes(groups: readonly StatisticGroup[]): ReadonlyMap<string, ReadonlySet<number>> {
  const names = new Set(groups.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome)));
  return new Map(
    [...names].map((name) => [
      name,
      withheld(groups.map(({ outcomes }) => outcomes.find(({ outcome }) => outcome === name)?.cases ?? 0)),
    ]),
  );
}

/** Which of some counts are left out. One alone is the sum of all: there is nothing to take it from. */
function withheld(counts: readonly number[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  counts.forEach((count, index) => {
    if (count > 0 && count < fewest) hidden.add(index);
  });
  if (hidden.size === 0 || counts.length === 1) return hidden;
  const rest = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count);
  const sum = () => [...hidden].reduce((all, index) => all + (counts[index] ?? 0), 0);
  for (const { index } of rest) {
    if (hidden.size >= 2 && sum() >= fewest) break;
    hidden.add(index);
  }
  return hidden;
}
