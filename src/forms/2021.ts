import type { Form, SumRule } from './form.js';

const applicantColumns = [
  'naturalPerson',
  'business',
  'researchInstitution',
  'publicBenefitOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
];

/** The rows of 三（一） to （六）, which （七）总计 adds up. */
const outcomeRows = [
  'disclosed',
  'partiallyDisclosed',
  'stateSecret',
  'prohibitedByLaw',
  'securityAndStability',
  'thirdPartyRights',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'registryInquiry',
  'notHeld',
  'mustBeCreated',
  'stillUnclear',
  'petitionOrComplaint',
  'repeatedRequest',
  'publicationRequested',
  'excessiveRequests',
  'confirmationRequested',
  'supplementOverdue',
  'feeOverdue',
  'otherReasons',
];

const documentRows = ['rules', 'normativeDocuments'];

const rules: readonly SumRule[] = [
  {
    id: 'R-BALANCE',
    severity: 'error',
    basis: '表三表头印明：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    formula: '三，每一列：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度继续办理',
    advice: '请核对这一列的新收、结转和办理结果，改正填错的一格。',
    comparisons: [
      {
        each: applicantColumns,
        left: {
          words: '一＋二',
          terms: [{ cell: 'requests.received.*' }, { cell: 'requests.carriedOver.*' }],
        },
        relation: '=',
        right: {
          words: '（七）＋四',
          terms: [{ cell: 'requests.outcomesTotal.*' }, { cell: 'requests.carriedForward.*' }],
        },
      },
    ],
  },
  {
    id: 'R-OUTCOMES',
    severity: 'error',
    basis: '表三结构：（七）总计是（一）至（六）各项办理结果之和',
    formula: '三，每一列：（七）总计＝（一）至（六）各行之和',
    advice: '请核对这一列的各项办理结果和（七）总计。',
    comparisons: [
      {
        each: applicantColumns,
        left: { words: '（七）总计', terms: [{ cell: 'requests.outcomesTotal.*' }] },
        relation: '=',
        right: {
          words: '（一）至（六）各项之和',
          terms: outcomeRows.map((row) => ({ cell: `requests.${row}.*` })),
        },
      },
    ],
  },
  {
    id: 'R-APPLICANTS',
    severity: 'error',
    basis: '表三结构：总计列是自然人与五类法人或其他组织之和',
    formula: '三，每一行：总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他',
    advice: '请核对这一行的各类申请人和总计。',
    comparisons: [
      {
        each: ['received', 'carriedOver', ...outcomeRows, 'outcomesTotal', 'carriedForward'],
        left: { words: '总计', terms: [{ cell: 'requests.*.total' }] },
        relation: '=',
        right: {
          words: '六类申请人之和',
          terms: applicantColumns
            .filter((column) => column !== 'total')
            .map((column) => ({ cell: `requests.*.${column}` })),
        },
      },
    ],
  },
  {
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
  },
  {
    id: 'R-CARRY',
    severity: 'explain',
    basis: '审核惯例：本年的上年结转就是上年报告的结转下年度继续办理',
    formula: '三，每一列：二、上年结转（本年）＝四、结转下年度继续办理（上年）',
    advice: '请核对上年报告；确属上年报告有误的，请用文字说明。',
    comparisons: [
      {
        each: applicantColumns,
        left: { words: '本年“二、上年结转”', terms: [{ cell: 'requests.carriedOver.*' }] },
        relation: '=',
        right: {
          words: '上年“四、结转下年度继续办理”',
          terms: [{ cell: 'requests.carriedForward.*', lastYear: true }],
        },
      },
    ],
  },
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
    {
      id: 'requests',
      numeral: '三',
      title: '收到和处理政府信息公开申请情况',
      tables: [
        {
          id: 'requests',
          title: '三、收到和处理政府信息公开申请情况',
          printed: 'rows',
          columns: [
            { id: 'naturalPerson', label: '自然人', quantity: 'count', unit: '件' },
            { id: 'business', label: '商业企业', quantity: 'count', unit: '件' },
            { id: 'researchInstitution', label: '科研机构', quantity: 'count', unit: '件' },
            { id: 'publicBenefitOrganization', label: '社会公益组织', quantity: 'count', unit: '件' },
            { id: 'legalServiceOrganization', label: '法律服务机构', quantity: 'count', unit: '件' },
            { id: 'otherOrganization', label: '其他', quantity: 'count', unit: '件' },
            { id: 'total', label: '总计', quantity: 'count', unit: '件', aliases: ['合计'] },
          ],
          rows: [
            { id: 'received', label: '一、本年新收政府信息公开申请数量' },
            { id: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
            { id: 'disclosed', label: '（一）予以公开', group: '三、本年度办理结果' },
            {
              id: 'partiallyDisclosed',
              label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
              group: '三、本年度办理结果',
              aliases: [
                '（二）部分公开（区别处理的，只计这一情形，不计其他情形）',
                '（二）部分公开（区分处理的，只记这一情形，不记其他情形）',
                '（二）部分公开（区分处理的，只计这一情形）',
                '（二）部分公开（区分处理的，只记这一情形）',
                '（二）部分公开',
              ],
            },
            { id: 'stateSecret', label: '1.属于国家秘密', group: '（三）不予公开' },
            { id: 'prohibitedByLaw', label: '2.其他法律行政法规禁止公开', group: '（三）不予公开' },
            {
              id: 'securityAndStability',
              label: '3.危及“三安全一稳定”',
              group: '（三）不予公开',
              aliases: ['3.危及“三安全以稳定”'],
            },
            { id: 'thirdPartyRights', label: '4.保护第三方合法权益', group: '（三）不予公开' },
            { id: 'internalAffairs', label: '5.属于三类内部事务信息', group: '（三）不予公开' },
            { id: 'processInformation', label: '6.属于四类过程性信息', group: '（三）不予公开' },
            { id: 'enforcementFile', label: '7.属于行政执法案卷', group: '（三）不予公开' },
            { id: 'registryInquiry', label: '8.属于行政查询事项', group: '（三）不予公开' },
            { id: 'notHeld', label: '1.本机关不掌握相关政府信息', group: '（四）无法提供' },
            { id: 'mustBeCreated', label: '2.没有现成信息需要另行制作', group: '（四）无法提供' },
            { id: 'stillUnclear', label: '3.补正后申请内容仍不明确', group: '（四）无法提供' },
            { id: 'petitionOrComplaint', label: '1.信访举报投诉类申请', group: '（五）不予处理' },
            { id: 'repeatedRequest', label: '2.重复申请', group: '（五）不予处理' },
            { id: 'publicationRequested', label: '3.要求提供公开出版物', group: '（五）不予处理' },
            { id: 'excessiveRequests', label: '4.无正当理由大量反复申请', group: '（五）不予处理' },
            {
              id: 'confirmationRequested',
              label: '5.要求行政机关确认或重新出具已获取信息',
              group: '（五）不予处理',
            },
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
            {
              id: 'outcomesTotal',
              label: '（七）总计',
              group: '三、本年度办理结果',
              aliases: ['（七）合计'],
            },
            {
              id: 'carriedForward',
              label: '四、结转下年度继续办理',
              aliases: ['四、结转下年度继续办理数量'],
            },
          ],
        },
      ],
    },
    {
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
    },
    { id: 'problems', numeral: '五', title: '存在的主要问题及改进情况', tables: [] },
    { id: 'otherMatters', numeral: '六', title: '其他需要报告的事项', tables: [] },
  ],
  rules,
};
