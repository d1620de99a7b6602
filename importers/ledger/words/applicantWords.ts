import type { WordSource } from './Vocabulary.js';

const companies = ['有限公司', '有限责任公司', '股份有限公司', '股份公司'];

/** Words for who asks that everybody reads alike, by the column they are counted in. */
export const settledApplicants: WordSource = {
  source: '统一格式表三的表头和各地台账的通行说法',
  words: {
    naturalPerson: ['自然人', '公民', '个人', '公民个人', '公民自然人'],
    business: ['商业企业', '企业', '公司', '企业法人', '工商企业', '商业企业法人', ...companies],
    researchInstitution: ['科研机构', '科研院所', '科研教育机构', '科研'],
    publicBenefitOrganization: ['社会公益组织', '公益组织', '社会公益', '公益性组织'],
    legalServiceOrganization: ['法律服务机构', '律师事务所', '律所', '法律服务'],
    otherOrganization: ['法人或其他组织其他', '其他法人或其他组织'],
  },
};

/** 其他 is the last column only beside a word that says it is about legal persons or organisations. */
export const organisationWords = [
  '法人或其他组织',
  '法人和其他组织',
  '法人或者其他组织',
  '法人组织',
  '法人及其他组织',
  '法人其他组织',
];
export const otherWord = '其他';

/** Words that people read differently. They are always asked for. */
export const disputedApplicants: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(organisationWords.map((word) => [word, ['business', 'otherOrganization']])),
  法人: ['business', 'otherOrganization'],
  其他组织: ['otherOrganization', 'publicBenefitOrganization'],
  组织: ['otherOrganization', 'business'],
  单位: ['business', 'otherOrganization'],
  其他: ['otherOrganization'],
  个体工商户: ['business', 'naturalPerson'],
  个体户: ['business', 'naturalPerson'],
  合作社: ['business', 'otherOrganization'],
  农民专业合作社: ['business', 'otherOrganization'],
  村委会: ['otherOrganization'],
  居委会: ['otherOrganization'],
  村居委会: ['otherOrganization'],
  村民委员会: ['otherOrganization'],
  居民委员会: ['otherOrganization'],
  业委会: ['otherOrganization', 'naturalPerson'],
  业主委员会: ['otherOrganization', 'naturalPerson'],
  媒体: ['business', 'otherOrganization'],
  新闻媒体: ['business', 'otherOrganization'],
};
