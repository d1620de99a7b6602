import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { startOfDayNamed } from '../../season/chinaDay.js';
import { isYearDay } from '../../season/deadline.js';
import { usccFault } from '../../checks/uscc.js';
import { Refusal } from '../refusal.js';
import { storableText } from '../storable.js';

/** What is said of an agency beside its code. */
export interface AgencyFields {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The code of the agency above; null at the root of the reporting tree. */
  readonly parent: string | null;
  readonly uscc: string | null;
  readonly divisionCode: string | null;
  readonly level: AgencyLevel | null;
  readonly kind: AgencyKind | null;
  readonly consolidates: boolean;
  /** `01-20` */
  readonly deadline: string | null;
  readonly makesRules: boolean | null;
  /** `2019-03-01` */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Nothing but its name is known of an agency. */
export const unknownFields: Omit<AgencyFields, 'name'> = {
  aliases: [],
  parent: null,
  uscc: null,
  divisionCode: null,
  level: null,
  kind: null,
  consolidates: false,
  deadline: null,
  makesRules: null,
  validFrom: null,
  validTo: null,
};

/** What is said of a registered agency. */
export function fieldsOf(agency: Agency, parent: string | null): AgencyFields {
  const { name, aliases, uscc, divisionCode, level, kind } = agency;
  const { consolidates, deadline, makesRules, validFrom, validTo } = agency;
  return {
    name,
    aliases,
    parent,
    uscc,
    divisionCode,
    level,
    kind,
    consolidates,
    deadline,
    makesRules,
    validFrom,
    validTo,
  };
}

const longest = 200;
/** A name is one line, however it was typed into a form. */
const lineBreaks = /[\t\r\n]+/g;

/** Texts without spaces around them; a text that is empty says nothing. */
export function cleanedFields(fields: AgencyFields): AgencyFields & { readonly aliases: string[] } {
  const clean = (text: string) => storableText(text).replace(lineBreaks, ' ').trim();
  const orNull = (text: string | null) => (text === null || clean(text) === '' ? null : clean(text));
  const name = clean(fields.name);
  const aliases = fields.aliases.map(clean).filter((alias) => alias !== '' && alias !== name);
  return {
    ...fields,
    name,
    aliases: [...new Set(aliases)],
    parent: orNull(fields.parent),
    uscc: orNull(fields.uscc),
    divisionCode: orNull(fields.divisionCode),
    deadline: orNull(fields.deadline),
    validFrom: orNull(fields.validFrom),
    validTo: orNull(fields.validTo),
  };
}

/** What cannot be right. */
export function fieldRefusals({
  name,
  aliases,
  uscc,
  divisionCode,
  deadline,
  validFrom,
  validTo,
}: AgencyFields): Refusal[] {
  const invalid = (message: string, field: string) => new Refusal('INVALID_REQUEST', message, [field]);
  const fault = uscc === null ? null : usccFault(uscc);
  return [
    ...textRefusals('name', '机关名称', name),
    ...aliases.flatMap((alias) => textRefusals('aliases', '别名', alias)).slice(0, 1),
    ...(aliases.some((alias) => /[;；]/.test(alias))
      ? [invalid('别名中不能有分号，它隔开几个别名。请分成几个别名。', 'aliases')]
      : []),
    ...(fault?.severity === 'error' ? [new Refusal('INVALID_USCC', fault.message, ['uscc'])] : []),
    ...(divisionCode !== null && !/^\d{6}$/.test(divisionCode)
      ? [invalid(`行政区划代码应为六位数字（GB/T 2260），现在是“${divisionCode}”。`, 'divisionCode')]
      : []),
    ...(deadline !== null && !isYearDay(deadline)
      ? [invalid(`截止日期应写成月和日，例如 01-20，现在是“${deadline}”。`, 'deadline')]
      : []),
    ...Object.entries({ validFrom, validTo }).flatMap(([field, value]) =>
      value !== null && startOfDayNamed(value) === null
        ? [invalid(`日期应写成 2019-03-01，现在是“${value}”。`, field)]
        : [],
    ),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [invalid(`撤销日期 ${validTo} 早于设立日期 ${validFrom}。`, 'validTo')]
      : []),
  ];
}

/** What may be right, but people should look again: real codes fail the check character. */
export function fieldWarnings({ uscc }: Pick<AgencyFields, 'uscc'>): Refusal[] {
  const fault = uscc === null ? null : usccFault(uscc);
  return fault?.severity === 'warning' ? [new Refusal('INVALID_USCC', fault.message, ['uscc'])] : [];
}

export function textRefusals(field: string, words: string, text: string): Refusal[] {
  const length = text.trim().length;
  if (length === 0) return [new Refusal('INVALID_REQUEST', `没有填写${words}。`, [field])];
  if (length > longest) return [new Refusal('INVALID_REQUEST', `${words}不能超过 ${longest} 字。`, [field])];
  return [];
}
