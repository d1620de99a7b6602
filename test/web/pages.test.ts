import { expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { isOperation, reachOf, type Operation } from '../../src/rights/operations.js';
import { pages } from '../../web/session/pages.js';

test('every page of the desk is for operations there are', () => {
  for (const { to, needs } of pages) {
    expect(needs.length, to).toBeGreaterThan(0);
    for (const operation of needs)
      expect([to, operation, isOperation(operation)]).toEqual([to, operation, true]);
  }
});

test('each role is shown the pages it may use, and no others', () => {
  const shownTo = (role: Role, separated = false) =>
    pages
      .filter(({ needs }) => needs.some((each) => reachOf(role, each as Operation, separated) !== undefined))
      .map(({ label }) => label);
  expect(shownTo(Role.FILER)).toEqual([
    '待办',
    '报告',
    '上传',
    '台账',
    '进度',
    '汇总',
    '申请统计',
    '豁免和建议',
    '留痕',
  ]);
  expect(shownTo(Role.PUBLISHER)).toEqual(['待办', '报告', '进度', '汇总', '申请统计', '留痕']);
  expect(shownTo(Role.SYSTEM_ADMINISTRATOR)).toEqual(['待办', '机关', '要求', '送达']);
  expect(shownTo(Role.SECURITY_ADMINISTRATOR)).toEqual(['待办', '机关', '账号']);
  expect(shownTo(Role.ADMINISTRATOR)).toEqual(pages.map(({ label }) => label));
  // 三员分立: agencies, accounts and the trail are kept by others.
  expect(shownTo(Role.ADMINISTRATOR, true)).toEqual([
    '待办',
    '报告',
    '上传',
    '台账',
    '进度',
    '汇总',
    '申请统计',
    '豁免和建议',
  ]);
});
