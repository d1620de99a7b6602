import type { RuleText, RuleVersion } from './check.js';
import { checks } from './index.js';

/** One version of one rule, as a history of the rules lists it. */
export interface RuleChange extends RuleVersion {
  readonly rule: string;
}

/** The rules of today in short. Two checks with the same rule set judge alike. */
export const ruleSet = nameOfRuleSet(checks);

/**
 * `2026-11-21.24`: the day of the last change, and how many versions there are of all rules together, which
 * every change and every new rule raises.
 */
export function nameOfRuleSet(rules: readonly RuleText[]): string {
  return nameOf(historyOf(rules));
}

/**
 * What changed in the rules since a check that used the rule set `old`: nothing when it is the present one,
 * null when `old` is no rule set of these rules, so that any rule may have changed.
 */
export function rulesChangedSince(old: string, rules: readonly RuleText[] = checks): RuleChange[] | null {
  const history = historyOf(rules);
  const [day] = old.split('.');
  const then = history.filter(({ since }) => since <= day!);
  return then.length > 0 && nameOf(then) === old ? history.slice(then.length) : null;
}

/** Every version of every rule, in the order in which they came into use. */
function historyOf(rules: readonly RuleText[]): RuleChange[] {
  return rules
    .flatMap(({ id, versions }) => versions.map((version) => ({ ...version, rule: id })))
    .sort((left, right) => (left.since < right.since ? -1 : left.since > right.since ? 1 : 0));
}

function nameOf(history: readonly RuleChange[]): string {
  return `${history.at(-1)?.since ?? ''}.${history.length}`;
}
