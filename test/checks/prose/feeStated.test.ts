import { expect, test } from 'vitest';
import { feeStated } from '../../../src/checks/prose/feeStated.js';

test.each([
  ['本年度未收取信息处理费。', 0n, 0n],
  ['2024年，本机关未发生信息公开处理费收费情况。', 0n, 0n],
  ['本年度依申请公开收取费用0元。', 0n, 0n],
  ['本年度收取信息处理费2件，共计120元。', 2n, 12_000n],
  ['对3件政府信息公开申请收取信息处理费，共1,260.50元。', 3n, 126_050n],
  ['本年度发出收费通知5件，实际收取信息处理费3件，金额0.036万元。', 3n, 36_000n],
  ['本年度就信息处理费发出收费通知2件、总金额340元，实际收取总金额140元。', 2n, 14_000n],
  ['按照《政府信息公开信息处理费管理办法》，收取信息处理费1件，金额40元。', 1n, 4_000n],
  ['本年度收取信息处理费2件。', 2n, null],
  ['收取信息处理费两件，其中一件100元，另一件200元。', null, null],
])('%s', (text, cases, amount) => {
  expect(feeStated(`没有其他需要报告的事项。\n${text}`)).toMatchObject({ cases, amount });
});

test.each(['无。', '没有其他需要报告的事项。', '依据《政府信息公开信息处理费管理办法》执行。'])(
  '%s says nothing of the fee',
  (text) => {
    expect(feeStated(text)).toBeNull();
  },
);
