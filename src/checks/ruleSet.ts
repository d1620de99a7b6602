import type { RuleText, RuleVersion } from './check.js';
import { checks } from './index.js';

/** The rules of today in short. Two checks with the same rule set judge alike. */
export const ruleSet = nameOfRuleSet(checks);

/**
 * `2026-11-21.24`: the day of the last change, and how many versions there are of all rules together, which
 * every change and every new rule raises.
 */
export function nameOfRuleSet(rules: readonly RuleText[]): string {
  return nameOf(historyOf(rules));
}

/** Every version of every rule, in the order in which they came into use. */
function historyOf(rules: readonly RuleText[]): RuleVersion[] {
  return rules
    .flatMap(({ versions }) => versions)
    .sort((left, right) => (left.since < right.since ? -1 : left.since > right.since ? 1 : 0));
}

function nameOf(history: readonly RuleVersion[]): string {
  return `${history.at(-1)?.since ?? ''}.${history.length}`;
}
