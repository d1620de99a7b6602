import { expect, test } from 'vitest';
import { checkReport } from '../../src/checks/index.js';
import { publishedCounty } from '../fixtures/documents/publishedCounty.js';
import { exportedReport } from '../support/exportedReports.js';
import { proseOf } from '../support/prose.js';

const { form, values } = exportedReport(publishedCounty);
const before = (licences: string) => {
  const cells = { ...publishedCounty.cells, 'licensing.licensing.decisions': licences };
  return exportedReport({ ...publishedCounty, cells });
};

test('the sums of a report that a county published hold', () => {
  const findings = checkReport({ form, values, year: 2024 });
  expect(findings.filter(({ rule }) => rule.startsWith('R-'))).toEqual([]);
});

test('licences that grew from 550 to 9,487 ask for an explanation', () => {
  const lastYear = before('550');
  const jumps = checkReport({ form, values, year: 2024, lastYear }).filter(({ rule }) => rule === 'R-JUMP');
  expect(jumps.map(({ cells, left, right }) => [cells, left, right])).toEqual([
    [['licensing.licensing.decisions'], '9487', '550'],
  ]);
  const none = checkReport({ form, values, year: 2024, lastYear: before('5500') });
  expect(none.filter(({ rule }) => rule === 'R-JUMP')).toEqual([]);
});

test('the 17 requests that one office took in are not those of the whole county', () => {
  const stated = (sentence: string) =>
    checkReport({ form, values, year: 2024, prose: proseOf({ overview: sentence }, {}, form) })
      .filter(({ rule }) => rule === 'P-NUMBERS')
      .map(({ left, right }) => `${left} ${right}`);
  expect(stated('本年度区政府办代表区政府收到政府信息公开申请17件，全部按期答复。')).toEqual([]);
  expect(stated('本年度收到政府信息公开申请17件，全部按期答复。')).toEqual(['17 95']);
});
