import type { DataSource } from 'typeorm';
import { findAgencies } from '../filing/findAgencies.js';
import { registerAgencies as register, type AgencyToRegister } from '../filing/registerAgency.js';
import { Refusal, refuseAny } from '../filing/refusal.js';
import { commandLineActor } from './withDatabase.js';

export interface Registered {
  readonly registered: number;
  /** Agencies registered earlier under the same code and name. */
  readonly known: number;
}

/** Registers all agencies or none. One that is registered already, with the same name, is left as it is. */
export function registerAgencies(
  database: DataSource,
  agencies: readonly AgencyToRegister[],
): Promise<Registered> {
  return database.transaction(async (manager) => {
    const found = await findAgencies(
      manager,
      agencies.map(({ code }) => code),
    );
    refuseAny(
      agencies.flatMap(({ code, name }) => {
        const known = found.get(code)?.find((agency) => agency.code === code.trim());
        return known && known.name !== name
          ? [
              new Refusal(
                'AGENCY_EXISTS',
                `代码 ${code} 已登记为“${known.name}”，文件中是“${name}”。请核对；没有登记任何机关。`,
              ),
            ]
          : [];
      }),
    );
    const registered = await register(manager, commandLineActor, agencies);
    return { registered: registered.length, known: agencies.length - registered.length };
  });
}
