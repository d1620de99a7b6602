import type { DataSource } from 'typeorm';
import type { Agency } from '../../entities/agencies/Agency.js';
import { registerAgencies, type AgencyToRegister } from '../../src/filing/agencies/registerAgency.js';
import { actor } from './filing.js';

/** Registers agencies by code, each called like its code unless it has a name. */
export async function registerTree(
  dataSource: DataSource,
  agencies: Readonly<Record<string, Partial<AgencyToRegister>>>,
): Promise<(code: string) => Agency> {
  const registered = await dataSource.transaction((manager) =>
    registerAgencies(
      manager,
      actor,
      Object.entries(agencies).map(([code, rest]) => ({ code, name: `${code}局`, aliases: [], ...rest })),
    ),
  );
  const byCode = new Map<string, Agency>(registered.map((agency) => [agency.code, agency]));
  return (code) => {
    const agency = byCode.get(code);
    if (!agency) throw new Error(`no agency ${code}`);
    return agency;
  };
}
