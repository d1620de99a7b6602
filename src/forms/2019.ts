import type { Comparison, Form, SumRule } from './form.js';

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
  'otherHandling',
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
            { id: 'otherHandling', label: '（六）其他处理', group: '三、本年度办理结果' },
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
