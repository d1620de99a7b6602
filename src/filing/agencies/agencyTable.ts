import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import type { AgencyFields } from './agencyFields.js';
import { kindWords, levelWords } from './agencyWords.js';

/** One agency in a table of agencies. */
export interface AgencyLine extends AgencyFields {
  readonly code: string;
  /** The code of the agency it was merged into. */
  readonly successor: string | null;
}

type Property = keyof AgencyLine;

/** A column of a table of agencies: its names in the head, the first of which is printed, and its texts. */
export interface AgencyColumn {
  readonly property: Property;
  readonly headings: readonly string[];
  readonly print: (line: AgencyLine) => string;
  /** undefined when the text cannot be read. */
  readonly parse: (text: string) => Partial<AgencyLine> | undefined;
}

const separators = /[;；、|]/;

export const agencyColumns: readonly AgencyColumn[] = [
  text('code', ['代码', '机关代码', 'code']),
  text('name', ['名称', '机关名称', '机关', 'name']),
  {
    property: 'aliases',
    headings: ['别名', '简称', '其他名称', 'aliases'],
    print: ({ aliases }) => aliases.join('；'),
    parse: (given) => ({
      aliases: given
        .split(separators)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
    }),
  },
  text('parent', ['上级代码', '上级', 'parent']),
  text('uscc', ['统一社会信用代码', 'uscc']),
  text('divisionCode', ['行政区划代码', '区划代码', 'divisioncode']),
  word<AgencyLevel>('level', ['级别', 'level'], levelWords),
  word<AgencyKind>('kind', ['类型', '性质', 'kind'], kindWords),
  yesNo('consolidates', ['汇总户', 'consolidates'], false),
  text('deadline', ['截止日期', '期限', 'deadline']),
  yesNo('makesRules', ['规章制定权', 'makesrules'], null),
  text('validFrom', ['设立日期', 'validfrom']),
  text('validTo', ['撤销日期', 'validto']),
  text('successor', ['并入代码', 'successor']),
];

function text(
  property: Exclude<Property, 'aliases' | 'level' | 'kind' | 'consolidates' | 'makesRules'>,
  headings: readonly string[],
): AgencyColumn {
  return {
    property,
    headings,
    print: (line) => line[property] ?? '',
    parse: (given) => ({ [property]: given === '' ? null : given }),
  };
}

function word<Value extends string>(
  property: 'level' | 'kind',
  headings: readonly string[],
  words: Readonly<Record<Value, string>>,
): AgencyColumn {
  const entries = Object.entries<string>(words);
  return {
    property,
    headings,
    print: (line) => entries.find(([value]) => value === line[property])?.[1] ?? '',
    parse: (given) => {
      if (given === '') return { [property]: null };
      const found = entries.find(([value, name]) => name === given || value === given.toUpperCase());
      return found && { [property]: found[0] };
    },
  };
}

function yesNo(
  property: 'consolidates' | 'makesRules',
  headings: readonly string[],
  blank: boolean | null,
): AgencyColumn {
  return {
    property,
    headings,
    print: (line) => (line[property] === null ? '' : line[property] ? '是' : '否'),
    parse: (given) => {
      if (given === '') return { [property]: blank };
      if (/^(?:是|有|1|true|y|yes)$/i.test(given)) return { [property]: true };
      if (/^(?:否|无|0|false|n|no)$/i.test(given)) return { [property]: false };
      return undefined;
    },
  };
}
