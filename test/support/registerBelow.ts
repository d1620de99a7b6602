import type { DataSource } from 'typeorm';
import type { Agency } from '../../entities/agencies/Agency.js';
import { registerAgency, type AgencyToRegister } from '../../src/filing/agencies/registerAgency.js';
import { actorNamed } from './actors.js';

/** Registers an agency below another. */
export function registerBelow(
  dataSource: DataSource,
  parent: Agency,
  code: string,
  more: Partial<AgencyToRegister> = {},
): Promise<Agency> {
  return dataSource.transaction((manager) =>
    registerAgency(manager, actorNamed('测试'), {
      code,
      name: `${code}局`,
      aliases: [],
      ...more,
      parent: parent.code,
    }),
  );
}
