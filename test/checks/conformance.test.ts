import { describe, expect, test } from 'vitest';
import { rules } from '../../src/checks/index.js';
import { checkReport } from '../../src/checks/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { usccFault } from '../../src/checks/uscc.js';
import {
  conformanceFiles,
  inputOf,
  type ConformanceCase,
  type ExpectedFinding,
} from '../support/conformance.js';

const files = await conformanceFiles();

function findingsOf(each: ConformanceCase): ExpectedFinding[] {
  if (each.uscc === undefined) return checkReport(inputOf(each));
  const fault = usccFault(each.uscc);
  if (!fault) return [];
  return [{ rule: 'M-USCC', severity: fault.severity, cells: [], left: null, right: null, difference: null }];
}

/** Without the message, which is ours to word, and in an order of its own. */
function compared(findings: readonly ExpectedFinding[]): string[] {
  return findings
    .map(({ rule, severity, cells, left, right, difference, text, section }) =>
      JSON.stringify({ rule, severity, cells, left, right, difference, text, section }),
    )
    .sort();
}

describe.each(files)('$rule', ({ rule, version, cases }) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(compared(findingsOf(each))).toEqual(compared(each.findings));
  });

  test('has a case that passes and one that fails, for its present version', () => {
    const fails = cases.map(({ findings }) => findings.some((finding) => finding.rule === rule));
    expect(new Set(fails)).toEqual(new Set([true, false]));
    expect(version).toBe(rules.find(({ id }) => id === rule)?.versions.at(-1)?.version);
  });
});

test('every rule has its cases, every case its own name', () => {
  expect(files.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
  for (const { cases } of files) expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test('a rule stands beside its sentence, never in it', () => {
  const cases = files.flatMap((file) => file.cases);
  const sentences = cases
    .filter(({ uscc }) => uscc === undefined)
    .flatMap((each) => {
      const input = inputOf(each);
      return [...checkReport(input), ...proposeRepairs(input)].map(({ message }) => message);
    });
  expect(sentences.length).toBeGreaterThan(100);
  const ids = new RegExp(rules.map(({ id }) => id).join('|'));
  expect(sentences.filter((sentence) => ids.test(sentence))).toEqual([]);
});
