import { describe, expect, test } from 'vitest';
import { valueAt, withChanges, type CellKey, type Values, entriesOf } from '../../src/cells.js';
import type { AgencyFacts, Numbers } from '../../src/checks/check.js';
import { checkReport } from '../../src/checks/index.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import { validValues } from '../support/drafts.js';

const form2019 = formById('2019')!;
const form2021 = formById('2021')!;

const city: AgencyFacts = { name: '某市人民政府', kind: 'GOVERNMENT', makesRules: true };

const applicants = [
  'naturalPerson',
  'business',
  'researchInstitution',
  'publicBenefitOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
];
const itemRows = [
  'licensing.licensing',
  'licensing.otherManagementServices',
  'enforcement.penalties',
  'enforcement.compulsion',
  'fees.fees',
] as const;

const at = ({ form, values }: Numbers, key: CellKey) => valueAt(form, values, key) ?? 0n;

/** A correct report of the year after: what was carried forward is carried over, what was in force still is. */
function yearAfter(before: Numbers, form: Form, seed: number): Numbers {
  const own: Numbers = { form, values: validValues(form, seed) };
  const changes: [CellKey, bigint][] = [];
  for (const column of applicants) {
    const carriedOver = at(before, `requests.carriedForward.${column}`);
    const concluded = at(own, `requests.outcomesTotal.${column}`);
    const received = concluded + at(own, `requests.carriedForward.${column}`) - carriedOver;
    changes.push([`requests.carriedOver.${column}`, carriedOver], [`requests.received.${column}`, received]);
  }
  if (form === form2021 && before.form === form2021)
    for (const row of ['documents.rules', 'documents.normativeDocuments'] as const)
      changes.push([
        `${row}.inForce`,
        at(before, `${row}.inForce`) + at(own, `${row}.issued`) - at(own, `${row}.repealed`),
      ]);
  if (form === form2019)
    for (const row of itemRows)
      changes.push([
        `${row}.previousItems`,
        at(before, `${row}.previousItems`) + at(before, `${row}.change`),
      ]);
  return { form, values: withChanges(form, own.values, changes) };
}

function findings(lastYear: Numbers, report: Numbers, changes: Record<CellKey, bigint> = {}) {
  const values: Values = withChanges(report.form, report.values, entriesOf(changes));
  const year = report.form === form2019 ? 2020 : lastYear.form === form2019 ? 2021 : 2024;
  return checkReport({ form: report.form, values, year, lastYear, agency: city });
}

describe.each([
  ['2019', '2019'],
  ['2019', '2021'],
  ['2021', '2021'],
])('a correct city report on form %s and the next on form %s', (firstForm, secondForm) => {
  const pairs = [1, 2, 3, 4, 5].map((seed) => {
    const first: Numbers = { form: formById(firstForm)!, values: validValues(formById(firstForm)!, seed) };
    return { first, second: yearAfter(first, formById(secondForm)!, seed + 10) };
  });

  test('have no error or explain finding', () => {
    for (const { first, second } of pairs)
      expect(
        findings(first, second).filter(({ severity }) => severity === 'error' || severity === 'explain'),
      ).toEqual([]);
  });

  test.each(applicants)('R-CARRY finds a change in column %s, and nothing in the others', (column) => {
    const key: CellKey = `requests.carriedOver.${column}`;
    for (const { first, second } of pairs)
      for (const step of [1n, -1n, 900n]) {
        const value = at(second, key) + step;
        const carry = findings(first, second, { [key]: value }).filter(({ rule }) => rule === 'R-CARRY');
        expect(carry).toMatchObject([
          {
            severity: 'explain',
            cells: [key],
            left: value.toString(),
            right: (value - step).toString(),
            difference: step.toString(),
          },
        ]);
      }
  });
});
