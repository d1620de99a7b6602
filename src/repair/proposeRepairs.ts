import type { Finding, Numbers } from '../checks/check.js';
import { describeRepair } from './describeRepair.js';
import type { Changes } from './localizeErrors.js';
import { localizeReport } from './localizeReport.js';
import type { RankedChanges } from './rankChanges.js';
import type { Repair } from './repair.js';

/** Blank cells that can only be 0 stand each for itself up to here; more of them are one proposal. */
const fewZeros = 4;
/** More proposals than this help nobody. */
const mostRepairs = 20;
/** Several nets of sums with several proposals each multiply. */
const mostCombined = 200;

/**
 * Which cells are wrong and what they should be: the smallest sets of changes after which every sum that
 * blocks a submission holds, likeliest first. Nothing is applied. While all sums hold, each of the blank
 * cells that only one value can fill. `findings` are those of these numbers, when they are known already.
 */
export function proposeRepairs(numbers: Numbers, findings?: readonly Finding[]): Repair[] {
  const { findings: before, broken, fills } = localizeReport(numbers, findings);
  if (broken.length === 0)
    return withZerosAsOne(fills).map((fill) => describeRepair(numbers, before, fill, true));
  const unique = broken.every(({ isUnique }) => isUnique);
  return broken
    .reduce<readonly RankedChanges[]>(
      (all, { sets }) => combine(all, sets),
      [{ changes: new Map(), improbability: 0 }],
    )
    .slice(0, mostRepairs)
    .map(({ changes }) => describeRepair(numbers, before, changes, unique));
}

/**
 * The same for each part of the report that is bound by sums of its own, 三 or a row of 四: what is wrong in
 * one says nothing of the other.
 */
export function proposePartialRepairs(numbers: Numbers, findings?: readonly Finding[]): Repair[][] {
  const { findings: before, broken, fills } = localizeReport(numbers, findings);
  if (fills.length > 0) return fills.map((fill) => [describeRepair(numbers, before, fill, true)]);
  return broken.map(({ sets, isUnique }) =>
    sets.slice(0, mostRepairs).map(({ changes }) => describeRepair(numbers, before, changes, isUnique)),
  );
}

/** What is right of 165 blank cells by one reason is taken at once. */
function withZerosAsOne(fills: readonly Changes[]): readonly Changes[] {
  const isZero = (fill: Changes) => [...fill.values()].every((value) => value === 0n);
  const zeros = fills.filter(isZero);
  if (zeros.length <= fewZeros) return fills;
  return [...fills.filter((fill) => !isZero(fill)), new Map(zeros.flatMap((fill) => [...fill]))];
}

function combine(all: readonly RankedChanges[], next: readonly RankedChanges[]): RankedChanges[] {
  return all
    .flatMap((one) =>
      next.map((other) => ({
        changes: new Map([...one.changes, ...other.changes]),
        improbability: one.improbability + other.improbability,
      })),
    )
    .sort((left, right) => left.improbability - right.improbability)
    .slice(0, mostCombined);
}
