import { describe, expect, test } from 'vitest';
import { confirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import { readApplicant } from '../../../importers/ledger/words/readApplicant.js';
import { outcomeReader } from '../../../importers/ledger/words/readOutcome.js';
import { tablesOf } from '../../../src/cells.js';
import { formById } from '../../../src/forms/index.js';
import { outcomeRowsOf } from '../../../src/ledger/outcomeRow.js';

const form2021 = formById('2021')!;
const form2019 = formById('2019')!;
const read = outcomeReader(form2021);

describe('outcomes', () => {
  const rows = tablesOf(form2021).find(({ id }) => id === 'requests')!.rows;
  const outcomes = rows.filter(({ id }) => outcomeRowsOf(form2021).includes(id));

  test.each(outcomes.filter(({ id }) => id !== 'otherReasons').map(({ id, label }) => [label, id]))(
    'as the form prints it: %s',
    (label, id) => {
      expect(read(label)).toMatchObject({ kind: 'settled', meaning: id });
    },
  );

  test.each(
    outcomes.map(({ id, label, group = '' }) => [`${group.startsWith('（') ? group : ''}${label}`, id]),
  )('with its group before it: %s', (label, id) => {
    expect(read(label)).toMatchObject({ kind: 'settled', meaning: id });
  });

  test.each([
    ['同意公开', 'disclosed'],
    ['已主动公开', 'disclosed'],
    ['区分处理', 'partiallyDisclosed'],
    ['（三）1', 'stateSecret'],
    ['三（五）2', 'repeatedRequest'],
    ['（一）', 'disclosed'],
    ['不予公开（属于国家秘密）', 'stateSecret'],
    ['不予公开 + 属于国家秘密', 'stateSecret'],
    ['其他处理—其他', 'otherReasons'],
    ['撤回', 'otherReasons'],
    ['部分公开；属于国家秘密', 'partiallyDisclosed'],
    ['补正告知', 'open'],
  ])('%s is settled', (word, meaning) => {
    expect(read(word)).toEqual({ kind: 'settled', meaning, isAssumed: false });
  });

  test.each([
    ['商业秘密', 'thirdPartyRights'],
    ['非本机关掌握', 'notHeld'],
  ])('%s is counted and confirmed once', (word, meaning) => {
    expect(read(word)).toEqual({ kind: 'settled', meaning, isAssumed: true });
  });

  test.each([
    ...['信息不存在', '咨询', '非政府信息', '内容不明确', '不予公开', '无法提供', '其他', '移交', '视为放弃'],
    ...['不予公开范围3', '予以公开、属于国家秘密', '不予公开（重复申请）', '领导已阅'],
  ])('%s is asked for', (word) => {
    expect(read(word)).toMatchObject({ kind: 'asked' });
  });

  test('（六） is one row of form 2019', () => {
    expect(outcomeReader(form2019)('（六）其他处理')).toMatchObject({ meaning: 'otherHandling' });
    expect(read('（六）其他处理')).toMatchObject({ kind: 'asked' });
  });
});

describe('who asks', () => {
  test.each([
    ['公民', 'naturalPerson'],
    ['商业企业', 'business'],
    ['法人或其他组织（科研机构）', 'researchInstitution'],
    ['法人或其他组织-其他', 'otherOrganization'],
    ['法人—商业企业', 'business'],
    ['有限责任公司', 'business'],
    ['律师事务所', 'legalServiceOrganization'],
  ])('%s', (word, meaning) => {
    expect(readApplicant(word)).toEqual({ kind: 'settled', meaning, isAssumed: false });
  });

  test.each([
    '法人或其他组织',
    '法人',
    '法人/其他',
    '个体工商户',
    '合作社',
    '村委会',
    '业委会',
    '媒体',
    '其他',
    '张三',
  ])('%s is asked for', (word) => {
    expect(readApplicant(word)).toMatchObject({ kind: 'asked' });
  });
});

describe('confirmed words', () => {
  test('are taken as they are', () => {
    const words = {
      columns: { received: '来件日' },
      applicant: { 媒体: 'business' },
      outcome: { 信息不存在: 'notHeld', 归档: 'open' },
      remedies: { 驳回请求: 'upheld', 经复议程序: 'litigationAfterReconsideration' },
    };
    expect(confirmedWords(words, form2021)).toEqual(words);
    expect(confirmedWords({}, form2021)).toEqual({ columns: {}, applicant: {}, outcome: {}, remedies: {} });
  });

  test.each([
    [null],
    [{ others: {} }],
    [{ columns: { name: '姓名' } }],
    [{ applicant: { 媒体: 'total' } }],
    [{ outcome: { 信息不存在: 'outcomesTotal' } }],
    [{ outcome: { 信息不存在: 3 } }],
    [{ remedies: { 驳回: 'notHeld' } }],
    [{ columns: { applicant: '申请人姓名' } }],
    [{ applicant: { 13812345678: 'naturalPerson' } }],
  ])('what is none says why: %j', (value) => {
    expect(confirmedWords(value, form2021)).toBeTypeOf('string');
  });
});
