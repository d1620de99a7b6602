import { describe, expect, test } from 'vitest';
import type { RuleText, RuleVersion } from '../../src/checks/check.js';
import { checks, rules } from '../../src/checks/index.js';
import { nameOfRuleSet, ruleSet } from '../../src/checks/ruleSet.js';

const first: RuleVersion = { version: 1, since: '2026-11-21', words: '首次发布' };
const second: RuleVersion = { version: 2, since: '2027-02-01', words: '整数且超过上年 20 倍才提出' };
const third: RuleVersion = { version: 3, since: '2027-03-01', words: '只看部门' };

function ruleOf(id: string, ...versions: RuleVersion[]): RuleText {
  return { id, severity: 'explain', basis: '审核惯例', formula: '左＝右', versions };
}

const old = [ruleOf('R-A', first), ruleOf('R-B', first)];

describe('the rule set', () => {
  test('is short, and the same as long as no rule changes', () => {
    expect(ruleSet).toBe(nameOfRuleSet(checks));
    expect(ruleSet).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  });

  test('is another one after every change and every new rule, be it on the same day', () => {
    const names = [
      old,
      [ruleOf('R-A', first, second), ruleOf('R-B', first)],
      [ruleOf('R-A', first, second), ruleOf('R-B', first), ruleOf('R-C', { ...second, version: 1 })],
      [ruleOf('R-A', first, second, third), ruleOf('R-B', first), ruleOf('R-C', { ...second, version: 1 })],
    ].map(nameOfRuleSet);
    expect(new Set(names).size).toBe(names.length);
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s counts its versions from 1, by day',
  (_id, rule) => {
    expect(rule.versions.map(({ version }) => version)).toEqual(rule.versions.map((_, index) => index + 1));
    const days = rule.versions.map(({ since }) => since);
    expect([...days].sort()).toEqual(days);
    expect(days.length).toBeGreaterThan(0);
    for (const { since, words } of rule.versions) {
      expect(new Date(since).toISOString().slice(0, 10)).toBe(since);
      expect(words).not.toBe('');
    }
  },
);
