import type { Section, SumRule } from './form.js';

/** 四, the same in every form. */
export const remediesSection: Section = {
  id: 'remedies',
  numeral: '四',
  title: '政府信息公开行政复议、行政诉讼情况',
  tables: [
    {
      id: 'remedies',
      title: '四、政府信息公开行政复议、行政诉讼情况',
      printed: 'oneLine',
      columns: [
        { id: 'upheld', label: '结果维持', quantity: 'count', unit: '件' },
        { id: 'corrected', label: '结果纠正', quantity: 'count', unit: '件' },
        { id: 'otherResult', label: '其他结果', quantity: 'count', unit: '件' },
        { id: 'pending', label: '尚未审结', quantity: 'count', unit: '件' },
        { id: 'total', label: '总计', quantity: 'count', unit: '件', aliases: ['合计'] },
      ],
      rows: [
        { id: 'reconsideration', label: '行政复议' },
        {
          id: 'directLitigation',
          label: '未经复议直接起诉',
          group: '行政诉讼',
          aliases: ['行政诉讼未经复议直接起诉'],
        },
        {
          id: 'litigationAfterReconsideration',
          label: '复议后起诉',
          group: '行政诉讼',
          aliases: ['行政诉讼复议后起诉'],
        },
      ],
    },
  ],
};

export const remediesRule: SumRule = {
  id: 'R-REMEDIES',
  severity: 'error',
  basis: '表四结构：总计是四种结果之和',
  formula: '四，每一类：总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
  advice: '请核对这一类案件的四种结果和总计。',
  leftOut: '总计未填',
  comparisons: [
    {
      each: ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'],
      left: { words: '总计', terms: [{ cell: 'remedies.*.total' }] },
      relation: '=',
      right: {
        words: '四种结果之和',
        terms: [
          { cell: 'remedies.*.upheld' },
          { cell: 'remedies.*.corrected' },
          { cell: 'remedies.*.otherResult' },
          { cell: 'remedies.*.pending' },
        ],
      },
    },
  ],
};
