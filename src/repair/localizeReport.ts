import type { Finding, Numbers } from '../checks/check.js';
import { complete } from '../checks/complete.js';
import { checkReport } from '../checks/index.js';
import { netsOf } from './equations.js';
import { fillBlanks } from './fillBlanks.js';
import { isSound, localizeErrors, type Changes } from './localizeErrors.js';
import { rankChanges, type RankedChanges } from './rankChanges.js';

/** More slips than this in one report are no slips: it was filled in wrongly. */
const mostChanges = 4;

/** The sums of one net that do not hold, and the smallest sets of changes after which they do, likeliest first. */
export interface BrokenNet {
  readonly sets: readonly RankedChanges[];
  /** There is no other set. */
  readonly isUnique: boolean;
}

/** What is wrong with the numbers of a report, as far as changing some of them can put it right. */
export interface LocalizedReport {
  /** Of the sums alone. */
  readonly findings: readonly Finding[];
  /** Empty when every sum holds, or when they cannot all be put right by few changes. */
  readonly broken: readonly BrokenNet[];
  /** While every sum holds: blank cells that only one value can fill. */
  readonly fills: readonly Changes[];
}

/** `known` are the findings of these numbers, when they have been judged already. */
export function localizeReport({ form, values }: Numbers, known?: readonly Finding[]): LocalizedReport {
  const nothing = { findings: [], broken: [], fills: [] };
  if (known && !known.some(canBeRepaired)) return nothing;
  const findings = checkReport({ form, values, year: null });
  if (!findings.some(canBeRepaired)) return nothing;
  const nets = netsOf(form);
  const unsound = nets.filter((net) => !isSound(net, values));
  if (unsound.length === 0) {
    const fills = nets.flatMap((net) => [...fillBlanks(net, values)]).map((fill) => new Map([fill]));
    return { findings, broken: [], fills };
  }
  let left = mostChanges;
  const broken: BrokenNet[] = [];
  for (const [index, net] of unsound.entries()) {
    // Every net that is still to come takes at least one.
    const { sets, isUnique } = localizeErrors(net, values, left - (unsound.length - index - 1));
    if (sets.length === 0) return { ...nothing, findings };
    broken.push({ sets: rankChanges(form, values, sets), isUnique });
    left -= sets[0]?.size ?? 0;
  }
  return { findings, broken, fills: [] };
}

/** What changing cells can settle: a sum that does not hold, a count below zero, a blank cell. */
function canBeRepaired({ severity, rule }: Finding): boolean {
  return severity === 'error' || rule === complete.id;
}
