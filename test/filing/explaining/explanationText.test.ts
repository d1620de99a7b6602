import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAlike, isStockPhrase, textFault } from '../../../src/filing/explaining/explanationText.js';
import { padding, stockPhrases } from '../../../src/filing/explaining/stockPhrases.js';

const real = '上年结转中有两件已在年底前撤回申请，不再计入';

describe('a stock phrase explains nothing', () => {
  test.each([
    '核实无误',
    '情况属实。',
    '经核实，数据无误，特此说明。',
    '核 实 无 误 ！！！',
    '我局再次核对：以上数据准确无误，情况属实，特此说明',
    '已核实；填报正确。',
    'ＯＫ核实无误'.slice(2),
    '核实无误核实无误核实无误',
    '无',
    '同上',
  ])('%s', (text) => {
    expect(isStockPhrase(text)).toBe(true);
    expect(textFault(text, 0)?.code).toBe('EXPLANATION_STOCK_PHRASE');
  });

  test('however phrases and padding are put together', () => {
    const part = fc.constantFrom(...stockPhrases, ...padding);
    const mark = fc.constantFrom('', '，', '。', ' ', '、', '！', '\n', '（', '）', '…', '-');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, mark), { minLength: 1, maxLength: 12 }), (parts) =>
        isStockPhrase(parts.flat().join('')),
      ),
      { numRuns: 300 },
    );
  });

  test.each([real, '经核实，上年结转的 3 件因系统迁移重复登记，已在本年冲减', '数据无误：有两件跨年度办理'])(
    'beside a reason it does no harm: %s',
    (text) => {
      expect(textFault(text, 0)).toBeUndefined();
    },
  );

  test('a long text of one letter is judged at once', () => {
    expect(isStockPhrase('无'.repeat(500) + '甲')).toBe(false);
  });
});

test.each([
  ['', 'EXPLANATION_TOO_SHORT'],
  ['两件撤回', 'EXPLANATION_TOO_SHORT'],
  ['两 件 撤 回 申 请', 'EXPLANATION_TOO_SHORT'],
  ['。。。。。。。。。。', 'EXPLANATION_TOO_SHORT'],
  ['两件申请年底撤回了', undefined],
  ['二〇二四撤回了两', undefined],
  ['说'.repeat(500), undefined],
  ['说'.repeat(501), 'EXPLANATION_TOO_LONG'],
  ['𠮷'.repeat(7), 'EXPLANATION_TOO_SHORT'],
  ['𠮷'.repeat(8), undefined],
])('of %j one says %s', (text, code) => {
  expect(textFault(text, 0)?.code).toBe(code);
});

test('the same text explains three findings, not four', () => {
  expect(textFault(real, 2)).toBeUndefined();
  expect(textFault(real, 3)?.code).toBe('EXPLANATION_REPEATED');
  expect(isAlike(real, ` ${real.replace('，', '、')}。`)).toBe(true);
  expect(isAlike(real, `${real}了`)).toBe(false);
});
