import { unknownFields, type AgencyFields } from './agencyFields.js';

const fieldNames = ['name', ...Object.keys(unknownFields)] as readonly (keyof AgencyFields)[];

/** A new name leaves the old one behind as an alias. */
export function withOldName(after: AgencyFields, before: AgencyFields): AgencyFields {
  if (after.name === before.name) return after;
  return {
    ...after,
    aliases: [...new Set([...after.aliases.filter((alias) => alias !== after.name), before.name])],
  };
}

export function changedFields(before: AgencyFields, after: AgencyFields): (keyof AgencyFields)[] {
  return fieldNames.filter((field) => shownField(before[field]) !== shownField(after[field]));
}

/** Before and after of each changed field, as the audit trail keeps them. */
export function changeDetails(
  changed: readonly (keyof AgencyFields)[],
  before: AgencyFields,
  after: AgencyFields,
): Record<string, string | boolean | null> {
  return Object.fromEntries(
    changed.flatMap((field) => [
      [`${field}Before`, shownField(before[field])],
      [`${field}After`, shownField(after[field])],
    ]),
  );
}

function shownField(value: AgencyFields[keyof AgencyFields]): string | boolean | null {
  return typeof value === 'object' && value !== null ? value.join('；') : value;
}
