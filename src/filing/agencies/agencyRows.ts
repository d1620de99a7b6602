import { getMetadataArgsStorage } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';

/** Where each property of an agency is read from. Days are read as text: they have no time zone. */
const columns: readonly { readonly property: string; readonly sql: string }[] = getMetadataArgsStorage()
  .columns.filter(({ target }) => target === Agency)
  .map(({ propertyName, options: { name = propertyName, type } }) => ({
    property: propertyName,
    sql: `agency.${name}${type === 'date' ? '::text' : ''}`,
  }));

/** As much of an agency as says which it is, and in whose scope it lies. */
const named = ['id', 'code', 'name', 'path', 'depth'];

/** How much of an agency is read. */
export type AgencyDetail = 'named' | 'whole';

/** The columns of an agency in a query on `agency`, each under the name of its property behind a prefix. */
export function agencyColumnsWith(prefix: string, detail: AgencyDetail = 'whole'): string {
  const asked = detail === 'whole' ? columns : columns.filter(({ property }) => named.includes(property));
  return asked.map(({ property, sql }) => `${sql} AS "${prefix}${property}"`).join(', ');
}

export const agencyColumns = agencyColumnsWith('');

/** The agency of a row that was read with `agencyColumnsWith` the same prefix. */
export function agencyOf(row: object, prefix = ''): Agency {
  const agency = new Agency();
  for (const { property, key } of keysWith(prefix)) {
    const value: unknown = Reflect.get(row, key);
    if (value !== undefined) Reflect.set(agency, property, value);
  }
  return agency;
}

const known = new Map<string, readonly { readonly property: string; readonly key: string }[]>();

/** Under which key a row has each property. */
function keysWith(prefix: string) {
  let keys = known.get(prefix);
  if (!keys)
    known.set(prefix, (keys = columns.map(({ property }) => ({ property, key: prefix + property }))));
  return keys;
}
