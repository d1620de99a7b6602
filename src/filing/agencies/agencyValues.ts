import type { Agency } from '../../../entities/agencies/Agency.js';
import { usccFault } from '../../checks/uscc.js';
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
