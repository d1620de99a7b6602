import { expect, test } from 'vitest';
import { progressWords, shareRead, totalWords } from '../../web/upload/progressWords.js';

const none = { bytesTotal: 0, bytesRead: 0, reportsRead: 0, reportsStored: 0 };
const progress = {
  ...{ ...none, bytesTotal: 1_000, bytesRead: 240, reportsRead: 1_200, reportsStored: 1_100 },
  ...{ reportsUnchanged: 97, reportsRejected: 3 },
};

test('how far an import has come', () => {
  expect(progressWords(progress)).toBe(
    '已读 1,200 份（约 24%）：已保存 1,100 份，没有变化 97 份，没有保存 3 份',
  );
  expect(progressWords({ ...progress, bytesRead: 1 })).toContain('（不到 1%）');
  expect(progressWords({ ...progress, bytesRead: 0 })).toBe('正在读取，还没有读完第一批……');
  expect(shareRead({ ...progress, bytesRead: 2_000 })).toBe(1);
  expect(shareRead({ ...progress, bytesTotal: 0 })).toBeNull();
});

test.each([
  ['DONE', false, '读到 1,200 份报告：已保存 1,100 份，没有变化 97 份，没有保存 3 份。'],
  ['DONE', true, '读到 1,200 份报告：可以保存 1,100 份，没有变化 97 份，不能保存 3 份。'],
  ['CANCELLED', false, '已取消。取消前读了 1,200 份报告：已保存 1,100 份'],
  ['FAILED', false, '没有完成：服务器停止了，或出了错。此前读了 1,200 份报告'],
] as const)('what became of an import that is %s, dry run %s', (status, dryRun, words) => {
  expect(totalWords(status, progress, dryRun)).toContain(words);
});
