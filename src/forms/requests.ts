import type { Column, Row, Section, SumRule } from './form.js';

/** 自然人, the five kinds of 法人或其他组织, and their total. */
const columns: readonly Column[] = [
  { id: 'naturalPerson', label: '自然人', quantity: 'count', unit: '件' },
  { id: 'business', label: '商业企业', quantity: 'count', unit: '件' },
  { id: 'researchInstitution', label: '科研机构', quantity: 'count', unit: '件' },
  { id: 'publicBenefitOrganization', label: '社会公益组织', quantity: 'count', unit: '件' },
  { id: 'legalServiceOrganization', label: '法律服务机构', quantity: 'count', unit: '件' },
  { id: 'otherOrganization', label: '其他', quantity: 'count', unit: '件' },
  { id: 'total', label: '总计', quantity: 'count', unit: '件', aliases: ['合计'] },
];

const applicants = columns.map(({ id }) => id);

/** （一） to （五）. */
const outcomes: readonly Row[] = [
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
];

/** 三 of a form: the forms differ only in the rows of （六）其他处理. */
export function requestsSection(otherHandling: readonly Row[]): Section {
  return {
    id: 'requests',
    numeral: '三',
    title: '收到和处理政府信息公开申请情况',
    tables: [
      {
        id: 'requests',
        title: '三、收到和处理政府信息公开申请情况',
        printed: 'rows',
        columns,
        rows: [
          { id: 'received', label: '一、本年新收政府信息公开申请数量' },
          { id: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
          ...outcomes,
          ...otherHandling,
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
  };
}

/** The sums inside 三. */
export function requestsRules(otherHandling: readonly Row[]): readonly SumRule[] {
  const outcomeRows = [...outcomes, ...otherHandling].map(({ id }) => id);
  return [
    {
      id: 'R-BALANCE',
      severity: 'error',
      basis: '表三表头印明：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
      formula: '三，每一列：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度继续办理',
      advice: '请核对这一列的新收、结转和办理结果，改正填错的一格。',
      comparisons: [
        {
          each: applicants,
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
          each: applicants,
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
            terms: applicants
              .filter((column) => column !== 'total')
              .map((column) => ({ cell: `requests.*.${column}` })),
          },
        },
      ],
    },
  ];
}

/** 三 against the report of the year before. */
export const carriedRule: SumRule = {
  id: 'R-CARRY',
  severity: 'explain',
  basis: '审核惯例：本年的上年结转就是上年报告的结转下年度继续办理',
  formula: '三，每一列：二、上年结转（本年）＝四、结转下年度继续办理（上年）',
  advice: '请核对上年报告；确属上年报告有误的，请用文字说明。',
  comparisons: [
    {
      each: applicants,
      left: { words: '本年“二、上年结转”', terms: [{ cell: 'requests.carriedOver.*' }] },
      relation: '=',
      right: {
        words: '上年“四、结转下年度继续办理”',
        terms: [{ cell: 'requests.carriedForward.*', lastYear: true }],
      },
    },
  ],
};
