import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { usccFault } from '../../checks/uscc.js';
import { isYearDay } from '../../season/deadline.js';
import { Refusal } from '../refusal.js';
import {
  day,
  requiredText,
  text,
  texts,
  word,
  yesNo,
  type AgencyField,
  type FieldValue,
} from './agencyField.js';
import { kindWords, levelWords } from './agencyWords.js';

/**
 * What is said of an agency beside its code, in the order of a table. Tables, commands, inputs of the schema, the
 * audit trail and what is stored follow this list; a new field is one entry here and its column in the entity.
 */
export const agencyFields = {
  name: requiredText('机关名称', { headings: ['名称', '机关名称', '机关', 'name'], isJudged: true }),
  aliases: texts('别名', {
    headings: ['别名', '简称', '其他名称', 'aliases'],
    description: '别名：报告标题中会出现的其他名称',
  }),
  /** The code of the agency above; null at the root of the reporting tree. */
  parent: text({
    headings: ['上级代码', '上级', 'parent'],
    description: '上级机关的代码；最上级没有',
    isJudged: true,
  }),
  uscc: text(
    { headings: ['统一社会信用代码', 'uscc'], description: '统一社会信用代码（GB 32100-2015）' },
    (value) => {
      const fault = usccFault(value);
      return fault?.severity === 'error' ? new Refusal('INVALID_USCC', fault.message) : null;
    },
  ),
  divisionCode: text(
    {
      headings: ['行政区划代码', '区划代码', 'divisioncode'],
      description: '行政区划代码（GB/T 2260），六位数字',
    },
    (value) => (/^\d{6}$/.test(value) ? null : `行政区划代码应为六位数字（GB/T 2260），现在是“${value}”。`),
  ),
  level: word<AgencyLevel>('level', levelWords, { headings: ['级别', 'level'], description: '级别' }),
  kind: word<AgencyKind>('kind', kindWords, {
    headings: ['类型', '性质', 'kind'],
    description: '类型',
    isJudged: true,
  }),
  consolidates: yesNo(false, {
    headings: ['汇总户', 'consolidates'],
    description: '汇总户：它的报告是之下各机关之和',
    isJudged: true,
  }),
  deadline: text(
    {
      headings: ['截止日期', '期限', 'deadline'],
      description: '自己的期限，月和日，例如 01-20',
    },
    (value) => (isYearDay(value) ? null : `截止日期应写成月和日，例如 01-20，现在是“${value}”。`),
  ),
  makesRules: yesNo(null, {
    headings: ['规章制定权', 'makesrules'],
    description: '有无规章制定权；不详时不填',
    isJudged: true,
  }),
  validFrom: day({
    headings: ['设立日期', 'validfrom'],
    description: '设立日期，例如 2019-03-01',
    isJudged: true,
  }),
  validTo: day({ headings: ['撤销日期', 'validto'], description: '撤销日期', isJudged: true }),
};

type Fields = typeof agencyFields;
type ValueOf<Field> = Field extends AgencyField<infer Value> ? Value : never;

/** What is said of an agency beside its code. */
export type AgencyFields = { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> };

export const fieldNames = Object.keys(agencyFields) as (keyof AgencyFields)[];

export function fieldNamed(name: keyof AgencyFields): AgencyField<FieldValue> {
  return agencyFields[name];
}

/** Every field with the value that is found for it. */
export function fieldsWith(valueOf: (name: keyof AgencyFields) => FieldValue): AgencyFields {
  return Object.fromEntries(fieldNames.map((name) => [name, valueOf(name)])) as AgencyFields;
}
