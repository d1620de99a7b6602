import { expect, test } from 'vitest';
import { oneLine } from '../../src/prose/oneLine.js';
import { paragraphsOf, sentencesOf } from '../../src/prose/sentences.js';

test('a text conversion broke lines and spread spaces: the sentence is whole again', () => {
  expect(
    sentencesOf(
      [
        '本报告所列数据的统计期限为2020年 1月 1日至2020',
        '年 12 月 31 日。各项数据由各科室报送，办公',
        '室汇总。',
      ].join('\n'),
    ),
  ).toEqual([
    '本报告所列数据的统计期限为2020年1月1日至2020年12月31日。',
    '各项数据由各科室报送，办公室汇总。',
  ]);
});

test('a heading is a sentence of its own', () => {
  expect(
    sentencesOf(
      '（一）主动公开情况\n全年通过门户网站发布信息，及时更新公开目录。\n（二）依申请公开情况\n没有。',
    ),
  ).toEqual([
    '（一）主动公开情况',
    '全年通过门户网站发布信息，及时更新公开目录。',
    '（二）依申请公开情况',
    '没有。',
  ]);
});

test('quotes end with their sentence, a semicolon ends none', () => {
  expect(sentencesOf('坚持“公开为常态。”新收申请27件；办结26件！')).toEqual([
    '坚持“公开为常态。”',
    '新收申请27件；办结26件！',
  ]);
  expect(sentencesOf('')).toEqual([]);
});

test('short lines stay apart', () => {
  expect(
    paragraphsOf('一是制度\n二是培训，每月一次，由办公室组织，请法制科的同事讲解新修订的条例。'),
  ).toHaveLength(2);
});

test('one line: marks of a conversion go, two numbers stay two', () => {
  expect(oneLine('## 一、**总体** 情况\n２０２０ 年')).toBe('一、总体情况2020年');
  expect(oneLine('2 1 3')).toBe('2 1 3');
  expect(oneLine('12\n34件')).toBe('12 34件');
});
