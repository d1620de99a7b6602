import type { Agency } from '../../../entities/agencies/Agency.js';
import { usccFault } from '../../checks/uscc.js';
import { listed } from '../../text/listed.js';
import { visibleText } from '../../text/visibleText.js';
import { Refusal } from '../refusal.js';
import { fieldNamed, fieldNames, fieldsWith, type AgencyFields } from './agencyFields.js';
import type { FieldValue } from './agencyField.js';

/** Nothing but its name is known of an agency. */
export const unknownFields: Omit<AgencyFields, 'name'> = fieldsWith((name) => fieldNamed(name).unknown);

/** What is said of a registered agency. */
export function fieldsOf(agency: Agency, parent: string | null): AgencyFields {
  return fieldsWith((name) => (name === 'parent' ? parent : agency[name]));
}

/** Texts without spaces around them; a text that is empty says nothing, an alias that is the name neither. */
export function cleanedFields(fields: AgencyFields): AgencyFields {
  const cleaned = fieldsWith((name) => fieldNamed(name).clean(fields[name]));
  return { ...cleaned, aliases: cleaned.aliases.filter((alias) => alias !== cleaned.name) };
}

/** What cannot be right. */
export function fieldRefusals(fields: AgencyFields): Refusal[] {
  const { validFrom, validTo } = fields;
  return [
    ...fieldNames.flatMap((name) =>
      fieldNamed(name)
        .refusals(fields[name])
        .map((refusal) => refusal.at([name])),
    ),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [new Refusal('INVALID_REQUEST', `撤销日期 ${validTo} 早于设立日期 ${validFrom}。`, ['validTo'])]
      : []),
  ];
}

/** What may be right, but people should look again: real codes fail the check character. */
export function fieldWarnings({ uscc }: Pick<AgencyFields, 'uscc'>): Refusal[] {
  const fault = uscc === null ? null : usccFault(uscc);
  return fault?.severity === 'warning' ? [new Refusal('INVALID_USCC', fault.message, ['uscc'])] : [];
}

type Names = { readonly [Name in 'name' | 'aliases']?: AgencyFields[Name] | null };

const isCleaned = (text: string) => visibleText(text) !== text;

/** What was typed or pasted with characters that nobody sees, and is kept without them. */
export function cleanedNotices({ name, aliases }: Names): Refusal[] {
  return [
    ...(isCleaned(name ?? '') ? [notice('机关名称', 'name')] : []),
    ...(aliases?.some(isCleaned) ? [notice('别名', 'aliases')] : []),
  ];
}

/** The same of a list, in one sentence. */
export function cleanedListNotices(lines: readonly (Names & { readonly code: string })[]): Refusal[] {
  const cleaned = lines
    .filter((line) => cleanedNotices(line).length > 0)
    .map(({ code }) => `“${code.trim()}”`);
  return cleaned.length > 0 ? [notice(`机关${listed(cleaned, 5, '个')}的名称或别名`, 'content')] : [];
}

function notice(where: string, field: string): Refusal {
  return new Refusal('NAME_CLEANED', `${where}里有看不见的字符（例如零宽空格），已经去掉。`, [field]);
}

/** A new name leaves the old one behind as an alias. */
export function withOldName(after: AgencyFields, before: AgencyFields): AgencyFields {
  if (after.name === before.name) return after;
  return {
    ...after,
    aliases: [...new Set([...after.aliases.filter((alias) => alias !== after.name), before.name])],
  };
}

export function changedFields(before: AgencyFields, after: AgencyFields): (keyof AgencyFields)[] {
  return fieldNames.filter((name) => recorded(before[name]) !== recorded(after[name]));
}

/** Before and after of each changed field, as the audit trail keeps them. */
export function changeDetails(
  changed: readonly (keyof AgencyFields)[],
  before: AgencyFields,
  after: AgencyFields,
): Record<string, string | boolean | null> {
  return Object.fromEntries(
    changed.flatMap((name) => [
      [`${name}Before`, recorded(before[name])],
      [`${name}After`, recorded(after[name])],
    ]),
  );
}

function recorded(value: FieldValue): string | boolean | null {
  return typeof value === 'object' && value !== null ? value.join('；') : value;
}
