import type { DataSource } from 'typeorm';
import type { Agency } from '../../entities/Agency.js';
import { registerAgency, type AgencyToRegister } from '../../src/filing/registerAgency.js';
import { actorNamed } from './actors.js';

/** Registers an agency right below another one in the reporting tree. */
export function registerBelow(
  dataSource: DataSource,
  above: Pick<Agency, 'code'>,
  code: string,
  fields: Partial<AgencyToRegister> = {},
): Promise<Agency> {
  return dataSource.transaction((manager) =>
    registerAgency(manager, actorNamed('测试'), {
      name: `${code}局`,
      aliases: [],
      ...fields,
      code,
      parent: above.code,
    }),
  );
}
