import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../importers/ledger/readLedger.js';
import type { ConfirmedWords } from '../../../importers/ledger/words/confirmedWords.js';
import { noWordsConfirmed } from '../../../importers/ledger/words/confirmedWords.js';
import { sheet, type Written } from '../../support/grids.js';

const head = ['申请编号', '申请人类型', '收到日期', '答复日期', '答复类型'];
const line = ['2024-001', '公民', '2024.3.1', '2024.3.20', '予以公开'];

function read(rows: readonly (readonly Written[])[], words: Partial<ConfirmedWords> = {}) {
  return readLedger([sheet(rows, '台账')], {
    year: 2024,
    form: '2021',
    words: { ...noWordsConfirmed, ...words },
  });
}

function told(draft: Awaited<ReturnType<typeof read>>): string[] {
  return draft.problems.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${code} ${at}`);
}

describe('a ledger', () => {
  test('a line is a case', async () => {
    const { cases, columns, problems } = await read([head, line]);
    expect(problems).toEqual([]);
    expect(columns.map(({ field, label, at }) => [field, label, at])).toEqual([
      ['number', '申请编号', '台账!A1'],
      ['applicant', '申请人类型', '台账!B1'],
      ['received', '收到日期', '台账!C1'],
      ['answered', '答复日期', '台账!D1'],
      ['outcome', '答复类型', '台账!E1'],
    ]);
    expect(cases).toMatchObject([
      {
        number: '2024-001',
        applicant: 'naturalPerson',
        received: '2024-03-01',
        answered: '2024-03-20',
        outcome: 'disclosed',
        at: '台账!A2',
      },
    ]);
  });

  test('what it cannot read is told where it stands, each once', async () => {
    const draft = await read([
      head,
      ['2024-001', '公民', '2024.2.30', '2024.3.20', '予以公开'],
      ['2024-002', '媒体', '2024.3.1', '24.3.20', '信息不存在'],
      ['2024-003', '媒体', '2024.3.1', '2024.3.20', '信息不存在'],
    ]);
    expect(told(draft)).toEqual([
      'DAY_IMPOSSIBLE 台账!C2',
      'DAY_UNCLEAR 台账!D3',
      'WORD_UNKNOWN 台账!B3',
      'WORD_UNKNOWN 台账!E3',
    ]);
    expect(draft.asked).toEqual([
      { field: 'applicant', word: '媒体', cases: 2, at: '台账!B3' },
      { field: 'outcome', word: '信息不存在', cases: 2, at: '台账!E3' },
    ]);
  });

  test('what an office confirmed is not asked again', async () => {
    const rows = [
      ['编码', '谁', '来件', '去件', '去件类别', '细目'],
      ['2024-001', '媒体', '2024.3.1', '2024.3.20', '不给', '国密'],
    ];
    expect(told(await read(rows)).every((problem) => problem.startsWith('COLUMN_MISSING'))).toBe(true);
    expect(told(await read(rows)).length).toBeGreaterThan(0);
    const draft = await read(rows, {
      columns: {
        number: '编码',
        applicant: '谁',
        received: '来件',
        answered: '去件',
        outcome: '去件类别 + 细目',
      },
      applicant: { 媒体: 'business' },
      outcome: { '不给 + 国密': 'stateSecret' },
    });
    expect(told(draft)).toEqual([]);
    expect(draft.columns.at(-1)).toMatchObject({ field: 'outcome', label: '去件类别 + 细目' });
    expect(draft.cases).toMatchObject([{ applicant: 'business', outcome: 'stateSecret' }]);
  });

  test('what became of remedies in the words of an office is asked once', async () => {
    const rows = [
      [...head, '复议结果', '诉讼途径', '诉讼结果'],
      [...line, '驳回请求', '经复议程序', '审理中'],
    ];
    expect(told(await read(rows))).toEqual(['WORD_UNKNOWN 台账!F2', 'WORD_UNKNOWN 台账!G2']);
    const remedies = { 驳回请求: 'upheld', 经复议程序: 'litigationAfterReconsideration' };
    const draft = await read(rows, { remedies });
    expect(told(draft)).toEqual([]);
    expect(draft.cases).toMatchObject([
      {
        ...{ reconsiderationResult: 'upheld', litigationResult: 'pending' },
        litigationRoute: 'litigationAfterReconsideration',
      },
    ]);
  });

  test('of several days the one of receipt and of sending are taken, and told', async () => {
    const { cases, problems } = await read([
      [
        '申请编号',
        '申请人类型',
        '申请时间',
        '登记日期',
        '签收日期',
        '答复日期',
        '寄出日期',
        '答复期限',
        '办理结果',
      ],
      ['1号', '公民', '2024.1.1', '2024.1.2', '2024.1.3', '2024.1.10', '2024.1.11', '2024.1.31', '予以公开'],
    ]);
    expect(cases).toMatchObject([{ received: '2024-01-03', answered: '2024-01-11' }]);
    expect(problems.map(({ code }) => code)).toEqual(['DAY_CHOSEN', 'DAY_CHOSEN', 'COLUMNS_DROPPED']);
  });

  test('two columns of one thing are asked for', async () => {
    const draft = await read([
      ['申请编号', '申请人类型', '收到日期', '收到日期', '答复日期', '答复类型'],
      ['1号', '公民', '2024.1.1', '2024.1.2', '2024.1.10', '予以公开'],
    ]);
    expect(told(draft)).toEqual(['COLUMN_AMBIGUOUS 台账!C1']);
  });

  test('sub-heads that repeat are told apart by their heads', async () => {
    const { columns } = await read([
      ['编号', '申请人类型', '申请', null, '第三方', null, '答复', null, '复议', '诉讼', null],
      [null, null, '收到日期', '方式', '征求日期', '收到日期', '日期', '结果', '结果', '途径', '结果'],
      [
        '1号',
        '公民',
        '2024.1.1',
        '邮寄',
        '2024.1.3',
        '2024.1.5',
        '2024.1.10',
        '予以公开',
        '维持',
        '复议后起诉',
        '审理中',
      ],
    ]);
    expect(columns.map(({ field }) => field)).toEqual([
      ...['number', 'applicant', 'received', 'channel', 'thirdPartyAsked', 'thirdPartyReplied'],
      ...['answered', 'outcome', 'reconsiderationResult', 'litigationRoute', 'litigationResult'],
    ]);
  });

  test('totals, blank lines, headings between and repeated heads are no cases', async () => {
    const { cases } = await read([
      ['2024年依申请公开台账'],
      head,
      ['1月'],
      line,
      [null],
      head,
      ['小计', '1件', '1', '1', '1'],
      ['2024-002', '公民', '3月5日', '3月6日', '予以公开'],
      ['合计', '2', null, '2', '2'],
      ['注：本表按收到日期排列。'],
    ]);
    expect(cases.map(({ number, received }) => [number, received])).toEqual([
      ['2024-001', '2024-03-01'],
      ['2024-002', '2024-03-05'],
    ]);
  });

  test('a file that is no ledger says so', async () => {
    expect(
      told(
        await read([
          ['姓名', '工资'],
          ['甲', '1'],
        ]),
      ),
    ).toEqual(['NO_LEDGER_FOUND undefined']);
  });
});

describe('what tells who asked', () => {
  test('is dropped by its label, and the answer says so', async () => {
    const draft = await read([
      ['申请人姓名', '联系电话', '身份证号', '通讯地址', '申请内容', ...head],
      ['张三丰', '13812345678', '110101199003078888', '某路1号', '某地块批复', ...line],
    ]);
    expect(draft.dropped).toEqual(['申请人姓名', '联系电话', '身份证号', '通讯地址', '申请内容']);
    expect(JSON.stringify(draft)).not.toMatch(/张三丰|13812345678|110101199003078888|某路|批复/);
  });

  test('is dropped by its content where the label promises something else', async () => {
    const draft = await read([
      ['编号', '申请人', '收到日期', '答复日期', '答复类型'],
      ['13812345678', '张三', '2024.3.1', '2024.3.20', '予以公开'],
      ['13812345679', '李四', '2024.3.1', '2024.3.20', '予以公开'],
    ]);
    expect(draft.dropped).toEqual(['编号', '申请人']);
    expect(told(draft)).toEqual(['COLUMN_MISSING 台账!A1', 'COLUMN_MISSING 台账!A1']);
    expect(JSON.stringify(draft)).not.toMatch(/张三|李四|1381234567/);
  });

  test('a message masks what could be a telephone or an identity number', async () => {
    const draft = await read([
      head,
      ['2024-001', '公民', '13812345678', '2024.3.20', '已寄110101199003078888'],
      line,
      line,
      line,
    ]);
    expect(JSON.stringify(draft)).not.toMatch(/13812345678|110101199003078888/);
    expect(told(draft)).toEqual(['DAY_IMPOSSIBLE 台账!C2', 'WORD_UNKNOWN 台账!E2']);
  });
});
