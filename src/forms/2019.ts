import type { Comparison, Form, Row, SumRule } from './form.js';
import { remediesRule, remediesSection } from './remedies.js';
import { carriedRule, requestsRules, requestsSection } from './requests.js';

/** （六）. */
const otherHandling: readonly Row[] = [
  { id: 'otherHandling', label: '（六）其他处理', group: '三、本年度办理结果' },
];

/** The rows of 二 that count items kept from year to year. */
const itemRows = [
  'licensing.licensing',
  'licensing.otherManagementServices',
  'enforcement.penalties',
  'enforcement.compulsion',
  'fees.fees',
];

const rules: readonly SumRule[] = [
  ...requestsRules(otherHandling),
  remediesRule,
  carriedRule,
  {
    id: 'R-ITEMS',
    severity: 'explain',
    basis: '审核惯例：上一年项目数量接续上年报告，增减之后不会少于零',
    formula:
      '二，每一行：上一年项目数量（本年）＝上一年项目数量（上年）＋本年增/减（上年）；上一年项目数量＋本年增/减≥0',
    advice: '请核对项目数量和增减数；项目清理、机构调整等造成的，请用文字说明。',
    comparisons: itemRows.flatMap((row): Comparison[] => [
      {
        each: [row],
        left: { words: '本年“上一年项目数量”', terms: [{ cell: '*.previousItems' }] },
        relation: '=',
        right: {
          words: '上年“上一年项目数量＋本年增/减”',
          terms: [
            { cell: '*.previousItems', lastYear: true },
            { cell: '*.change', lastYear: true },
          ],
        },
      },
      {
        each: [row],
        left: {
          words: '上一年项目数量＋本年增/减',
          terms: [{ cell: '*.previousItems' }, { cell: '*.change' }],
        },
        relation: '≥',
        right: { words: '', terms: [] },
      },
    ]),
  },
];

/** The form of 国办公开办函〔2019〕60号, for report years 2019 and 2020. */
export const form2019: Form = {
  id: '2019',
  document: '国办公开办函〔2019〕60号',
  firstYear: 2019,
  lastYear: 2020,
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
            { id: 'newlyMade', label: '本年新制作数量', quantity: 'count', unit: '件' },
            { id: 'newlyDisclosed', label: '本年新公开数量', quantity: 'count', unit: '件' },
            { id: 'totalDisclosed', label: '对外公开总数量', quantity: 'count', unit: '件' },
          ],
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normativeDocuments', label: '规范性文件', aliases: ['行政规范性文件'] },
          ],
        },
        {
          id: 'licensing',
          title: '第二十条第（五）项',
          printed: 'rows',
          columns: [
            { id: 'previousItems', label: '上一年项目数量', quantity: 'count', unit: '项' },
            { id: 'change', label: '本年增/减', quantity: 'change', unit: '项' },
            { id: 'decisions', label: '处理决定数量', quantity: 'count', unit: '件' },
          ],
          rows: [
            { id: 'licensing', label: '行政许可' },
            { id: 'otherManagementServices', label: '其他对外管理服务事项' },
          ],
        },
        {
          id: 'enforcement',
          title: '第二十条第（六）项',
          printed: 'rows',
          columns: [
            { id: 'previousItems', label: '上一年项目数量', quantity: 'count', unit: '项' },
            { id: 'change', label: '本年增/减', quantity: 'change', unit: '项' },
            { id: 'decisions', label: '处理决定数量', quantity: 'count', unit: '件' },
          ],
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
            { id: 'previousItems', label: '上一年项目数量', quantity: 'count', unit: '项' },
            { id: 'change', label: '本年增/减', quantity: 'change', unit: '项' },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费', aliases: ['行政事业型收费'] }],
        },
        {
          id: 'procurement',
          title: '第二十条第（九）项',
          printed: 'rows',
          columns: [
            { id: 'projects', label: '采购项目数量', quantity: 'count', unit: '项' },
            {
              id: 'amount',
              label: '采购总金额',
              quantity: 'money',
              unit: '万元',
              aliases: [
                '采购总金额（单位：万元，保留4位小数）',
                '采购总金额（单位：万元）',
                '采购总金额（万元）',
              ],
            },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
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
