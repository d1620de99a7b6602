import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { form2021 } from '../../../src/forms/2021.js';
import { cellsOf } from '../../../src/cells.js';
import { withCells } from '../../support/drafts.js';
import { bureau, figures, proseFindings, proseOf } from '../../support/prose.js';

/** What the sentence says and what the table says, by the row of the first cell. */
function compared(sentence: string, section = 'overview'): string[] {
  const sound = '主动公开。依申请公开。信息管理有制度。平台建设。监督保障。';
  const texts = section === 'overview' ? { overview: sound + sentence } : { [section]: sentence };
  return proseFindings(proseOf(texts), { agency: bureau })
    .filter(({ rule }) => rule === 'P-NUMBERS')
    .map(({ cells, left, right }) => `${cells[0]?.split('.')[1]} ${left} ${right}`);
}

describe('what agrees with the table is right', () => {
  test.each([
    '新收政府信息公开申请27件，上年结转3件，办结26件，结转下年度4件。',
    '全年收到政府信息公开申请27件。',
    '全年收到政府信息公开申请30件，含上年结转3件。',
    '收到公民、法人和其他组织提出的政府信息公开申请二十七件，办结二十六件。',
    '收到２７件政府信息公开申请。',
    '2024年共办理依申请公开26件。',
    '2024年共办理政府信息公开申请30件。',
    '办结政府信息公开申请26件，4件结转下年度继续办理。',
    '因政府信息公开引发行政复议5件、行政诉讼3件。',
    '因政府信息公开引发的行政复议、行政诉讼共8件。',
    '某市某区城市管理局收到依申请公开27件。',
  ])('%s', (sentence) => expect(compared(sentence)).toEqual([]));
});

describe('what differs is shown', () => {
  test.each([
    ['全年新收政府信息公开申请28件。', ['received 28 27']],
    ['全年新收到政府信息公开申请三十件。', ['received 30 27']],
    ['收到政府信息公开申请1.2万件。', ['received 12000 27']],
    ['收到２８件政府信息公开申请。', ['received 28 27']],
    ['收到公民、法人和其他组织提出的政府信息公开申请二十八件。', ['received 28 27']],
    ['某市某区城市管理局收到依申请公开28件。', ['received 28 27']],
    ['全年收到申请29件。', ['received 29 27']],
    ['收到政府信息公开申请27件；上年结转2件，办结25件。', ['carriedOver 2 3', 'outcomesTotal 25 26']],
    ['新收政府信息公开申请27件。上年结转2件。', ['carriedOver 2 3']],
    ['新收政府信息公开申请27件。结转至下一年度继续办理5件。', ['carriedForward 5 4']],
    ['办结政府信息公开申请26件，5件结转下年度继续办理。', ['carriedForward 5 4']],
    ['2024年共办理依申请公开28件。', ['outcomesTotal 28 26']],
    ['被申请行政复议4件，被提起行政诉讼2件。', ['reconsideration 4 5', 'directLitigation 2 3']],
    ['因政府信息公开引发的行政复议、行政诉讼共9件。', ['reconsideration 9 8']],
    ['全年未收到政府信息公开申请。', ['received 0 27']],
    ['全年没有收到公民、法人和其他组织提出的政府信息公开申请。', ['received 0 27']],
    ['收到政府信息公开申请零件。', ['received 0 27']],
    ['无因政府信息公开引起的行政复议、行政诉讼。', ['reconsideration 0 8']],
    ['未发生因政府信息公开引起的行政复议案件。', ['reconsideration 0 5']],
  ])('%s', (sentence, expected) => expect(compared(sentence)).toEqual(expected));

  test('in every section', () => {
    expect(compared('本年度新收政府信息公开申请28件，人手不足。', 'problems')).toEqual(['received 28 27']);
  });

  test('with the sentence, both numbers and the section', () => {
    const prose = proseOf({ problems: '人手不足。本年度办结 政府信息公开申请\n２５ 件。' });
    expect(proseFindings(prose)).toEqual([
      {
        rule: 'P-NUMBERS',
        severity: 'warning',
        cells: ['requests.outcomesTotal.total'],
        left: '25',
        right: '26',
        difference: '-1',
        message:
          '「五、存在的主要问题及改进情况」写的是 25 件，表中三（七）总计是 26 件，相差 -1。请核对文字和表中的数，改正其中一处。',
        text: '本年度办结政府信息公开申请25件。',
        section: 'problems',
      },
    ]);
  });

  test('once, however often it is said', () => {
    expect(compared('全年收到申请29件。全年收到申请29件。')).toEqual(['received 29 27']);
  });
});

describe('a number that may be about something else is not compared', () => {
  test.each([
    // not exact
    '收到政府信息公开申请约40件。',
    '收到政府信息公开申请近40件，办结30余件。',
    '收到政府信息公开申请40件左右。',
    // a part: of the year, the applicants, the channels, the agencies, the ways of handling
    '其中，收到网上申请12件。',
    '通过信函收到政府信息公开申请12件，通过门户网站收到政府信息公开申请13件。',
    '收到自然人政府信息公开申请20件。',
    '上半年收到政府信息公开申请12件。',
    '市本级收到政府信息公开申请12件，各县区收到政府信息公开申请13件。',
    '政府信息公开申请按期办结20件，延期办结6件。',
    '政府信息公开申请尚未办结1件。',
    '办结上年结转2件。',
    // another year
    '2023年收到政府信息公开申请19件。',
    '去年收到政府信息公开申请19件。',
    '收到政府信息公开申请27件，比上年增加8件。',
    '自2008年以来，累计收到政府信息公开申请190件。',
    // another matter
    '收到群众来信19件。',
    '依申请公开渠道畅通，收到群众投诉19件，办结19件。',
    '12345热线受理190件，办结188件。',
    '受理行政许可申请300件，办结300件。',
    '全年主动公开信息860条，收到咨询40件。',
    '收到政府信息公开申请27件，收到人大建议9件，办结9件。',
    '上年结转资金300万元，结转下年度200万元。',
    '办结率100%，按时办结率99%。',
    '全年办理行政复议案件320件，审结行政诉讼案件41件。',
    '因政府信息公开引发的行政复议，结果维持3件，结果纠正1件。',
    '行政复议后提起行政诉讼1件。',
    '未因公开不及时引发行政复议被纠正的情形。',
    '政府信息公开申请办结后满意29件。',
    '结转的政府信息公开申请7件。',
  ])('%s', (sentence) => expect(compared(sentence)).toEqual([]));

  test('nor one beside a blank cell', () => {
    const values = withCells(
      form2021,
      cellsOf(form2021).map(() => 0n),
      { ...figures, 'requests.carriedOver.total': null },
    );
    // 收到 may be with or without what was carried over.
    const prose = proseOf({ problems: '收到政府信息公开申请40件，新收政府信息公开申请41件，忙不过来。' });
    expect(proseFindings(prose, { values }).map(({ left }) => left)).toEqual(['41']);
  });
});

test('whatever the text, a finding quotes a sentence of it', () => {
  const words = [
    '收到',
    '政府信息公开申请',
    '行政复议',
    '因',
    '无',
    '其中',
    '上年结转',
    '27',
    '件',
    '，',
    '、',
    '。',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
      const text = `人手不足。${parts.join('')}`;
      for (const finding of proseFindings(proseOf({ problems: text }))) expect(text).toContain(finding.text);
    }),
  );
});
