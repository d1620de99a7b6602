import { oneLine } from '../../prose/oneLine.js';
import { beginning } from '../../text/beginning.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { isGovernment, proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-COVERAGE',
  severity: 'warning',
  basis: '国办公开办函〔2019〕60号、〔2021〕30号：总体情况应包括的内容',
  formula:
    '一写到主动公开、依申请公开、政府信息管理、平台建设、监督保障；政府的还写到工作考核、社会评议、责任追究',
  versions: [firstVersion],
};

interface Topic {
  readonly name: string;
  /** How people write about it. */
  readonly words: RegExp;
}

const topics: readonly Topic[] = [
  { name: '主动公开', words: /主动公开|主动发布|发布(?:各类)?(?:政务|政府)?信息|公开信息/ },
  { name: '依申请公开', words: /依申请|公开申请/ },
  {
    name: '政府信息管理',
    words: /信息(?:的)?(?:动态)?(?:管理|审查|审核|更新|维护)|维护与更新|公开(?:目录|指南)|制度/,
  },
  { name: '平台建设', words: /平台|网站|公众号|新媒体|专栏/ },
  { name: '监督保障', words: /监督|保障|培训|考核|领导小组|组织领导/ },
];

const governmentTopics: readonly Topic[] = [
  { name: '工作考核', words: /考核|考评/ },
  { name: '社会评议', words: /评议|满意度|第三方评估/ },
  { name: '责任追究', words: /追责|问责|责任追究/ },
];

const section = 'overview';

export const coverage = proseCheck(rule, ({ form, prose, agency }) => {
  const text = oneLine(sectionOf(prose, section)?.text ?? '');
  // One cause, one finding: P-MISSING says that there is none.
  if (text === '') return [];
  const asked = [...topics, ...(agency && isGovernment(agency) ? governmentTopics : [])];
  const missing = asked.filter(({ words }) => !words.test(text)).map(({ name }) => name);
  if (missing.length === 0) return [];
  return [
    {
      message: `${sectionName(form, section)}没有写到${missing.join('、')}。请补充，确无内容的写明没有。`,
      text: beginning(text, 40),
      section,
    },
  ];
});
