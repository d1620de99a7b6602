import { Agency } from '../../../entities/agencies/Agency.js';

/** Where each property of an agency is read from. Days are read as text: they have no time zone. */
const columns: Readonly<Record<keyof Agency, string>> = {
  id: 'agency.id',
  code: 'agency.code',
  name: 'agency.name',
  aliases: 'agency.aliases',
  parentId: 'agency.parent_id',
  path: 'agency.path',
  depth: 'agency.depth',
  uscc: 'agency.uscc',
  divisionCode: 'agency.division_code',
  level: 'agency.level',
  kind: 'agency.kind',
  consolidates: 'agency.consolidates',
  deadline: 'agency.deadline',
  makesRules: 'agency.makes_rules',
  validFrom: 'agency.valid_from::text',
  validTo: 'agency.valid_to::text',
  successorId: 'agency.successor_id',
  formerNames: 'agency.former_names',
  registeredAt: 'agency.registered_at',
};

const properties = Object.keys(columns) as (keyof Agency)[];

/** The columns of an agency in a query on `agency`, each under the name of its property behind a prefix. */
export function agencyColumnsWith(prefix: string): string {
  return properties.map((property) => `${columns[property]} AS "${prefix}${property}"`).join(', ');
}

export const agencyColumns = agencyColumnsWith('');

/** The agency of a row that was read with `agencyColumnsWith` the same prefix. */
export function agencyOf(row: object, prefix = ''): Agency {
  const values = new Map<string, Agency[keyof Agency]>(Object.entries(row));
  return Object.assign(
    new Agency(),
    Object.fromEntries(properties.map((property) => [property, values.get(prefix + property)])),
  );
}
