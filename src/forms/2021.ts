import type { Form, Row, SumRule } from './form.js';
import { remediesRule, remediesSection } from './remedies.js';
import { carriedRule, requestsRules, requestsSection } from './requests.js';

/** （六）. */
const otherHandling: readonly Row[] = [
  {
    id: 'supplementOverdue',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    group: '（六）其他处理',
    aliases: ['1.申请人无正当理由逾期不补正'],
  },
  {
    id: 'feeOverdue',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    group: '（六）其他处理',
    aliases: ['2.申请人逾期未按收费通知要求缴纳费用'],
  },
  { id: 'otherReasons', label: '3.其他', group: '（六）其他处理' },
];

const documentRows = ['rules', 'normativeDocuments'];

const rules: readonly SumRule[] = [
  ...requestsRules(otherHandling),
  remediesRule,
  carriedRule,
  {
    id: 'R-INFORCE',
    severity: 'explain',
    basis: '审核惯例：现行有效件数由上年现行有效件数加制发、减废止而来',
    formula: '二（一），每一行：现行有效件数（本年）＝现行有效件数（上年）＋本年制发件数－本年废止件数',
    advice: '请核对制发、废止和现行有效件数；因清理、失效、统计范围变化等造成的差数，请用文字说明。',
    readyExplanations: ['统计范围变化：上年的统计范围是（　　），本年的统计范围是（　　）。'],
    comparisons: [
      {
        each: documentRows,
        left: { words: '本年现行有效', terms: [{ cell: 'documents.*.inForce' }] },
        relation: '=',
        right: {
          words: '上年现行有效＋本年制发－本年废止',
          terms: [
            { cell: 'documents.*.inForce', lastYear: true },
            { cell: 'documents.*.issued' },
            { cell: 'documents.*.repealed', subtracted: true },
          ],
        },
      },
    ],
  },
  {
    id: 'R-REPEAL',
    severity: 'warning',
    basis: '审核惯例：本年制发的文件年末要么现行有效，要么已经废止',
    formula: '二（一），每一行：本年制发件数≤现行有效件数＋本年废止件数',
    advice: '请核对现行有效件数是否漏计本年制发的文件。',
    comparisons: [
      {
        each: documentRows,
        left: { words: '本年制发', terms: [{ cell: 'documents.*.issued' }] },
        relation: '≤',
        right: {
          words: '现行有效＋本年废止',
          terms: [{ cell: 'documents.*.inForce' }, { cell: 'documents.*.repealed' }],
        },
      },
    ],
  },
];

/** The form of 国办公开办函〔2021〕30号, for report years 2021 onward. */
export const form2021: Form = {
  id: '2021',
  document: '国办公开办函〔2021〕30号',
  firstYear: 2021,
  lastYear: null,
  cornerNote: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  sections: [
    { id: 'overview', numeral: '一', title: '总体情况', tables: [] },
    {
      id: 'proactiveDisclosure',
      numeral: '二',
      title: '主动公开政府信息情况',
      tables: [
        {
          id: 'documents',
          title: '第二十条第（一）项',
          printed: 'rows',
          columns: [
            { id: 'issued', label: '本年制发件数', quantity: 'count', unit: '件' },
            {
              id: 'repealed',
              label: '本年废止件数',
              quantity: 'count',
              unit: '件',
              aliases: ['本年度止件数'],
            },
            { id: 'inForce', label: '现行有效件数', quantity: 'count', unit: '件', aliases: ['现行有效件'] },
          ],
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
          ],
        },
        {
          id: 'licensing',
          title: '第二十条第（五）项',
          printed: 'rows',
          columns: [{ id: 'decisions', label: '本年处理决定数量', quantity: 'count', unit: '件' }],
          rows: [{ id: 'licensing', label: '行政许可' }],
        },
        {
          id: 'enforcement',
          title: '第二十条第（六）项',
          printed: 'rows',
          columns: [{ id: 'decisions', label: '本年处理决定数量', quantity: 'count', unit: '件' }],
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'compulsion', label: '行政强制' },
          ],
        },
        {
          id: 'fees',
          title: '第二十条第（八）项',
          printed: 'rows',
          columns: [
            {
              id: 'amount',
              label: '本年收费金额（单位：万元）',
              quantity: 'money',
              unit: '万元',
              aliases: ['本年收费金额（单位：万元，保留4位小数）', '本年收费金额（万元）', '本年收费金额'],
            },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费', aliases: ['行政事业型收费'] }],
        },
      ],
    },
    requestsSection(otherHandling),
    remediesSection,
    { id: 'problems', numeral: '五', title: '存在的主要问题及改进情况', tables: [] },
    { id: 'otherMatters', numeral: '六', title: '其他需要报告的事项', tables: [] },
  ],
  rules,
};
