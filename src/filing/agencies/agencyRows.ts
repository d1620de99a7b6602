import { getMetadataArgsStorage } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';

/** Where each property of an agency is read from. Days are read as text: they have no time zone. */
const columns: readonly { readonly property: string; readonly sql: string }[] = getMetadataArgsStorage()
  .columns.filter(({ target }) => target === Agency)
  .map(({ propertyName, options: { name = propertyName, type } }) => ({
    property: propertyName,
    sql: `agency.${name}${type === 'date' ? '::text' : ''}`,
  }));

/** The columns of an agency in a query on `agency`, each under the name of its property behind a prefix. */
export function agencyColumnsWith(prefix: string): string {
  return columns.map(({ property, sql }) => `${sql} AS "${prefix}${property}"`).join(', ');
}

export const agencyColumns = agencyColumnsWith('');

/** The agency of a row that was read with `agencyColumnsWith` the same prefix. */
export function agencyOf(row: object, prefix = ''): Agency {
  const values = new Map<string, Agency[keyof Agency]>(Object.entries(row));
  return Object.assign(
    new Agency(),
    Object.fromEntries(columns.map(({ property }) => [property, values.get(prefix + property)])),
  );
}
