import { inTransaction } from '../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import {
  importAgencies,
  type AgenciesImported,
  type AgencyToImport,
} from '../filing/agencies/importAgencies.js';
import { commandLineActor } from './withDatabase.js';

/** Registers all agencies of a list or none; those registered already are left as they are, or updated. */
export function registerAgencies(
  database: DataSource,
  agencies: readonly AgencyToImport[],
  options = { update: false },
): Promise<AgenciesImported> {
  return inTransaction(database, (manager) => importAgencies(manager, commandLineActor, agencies, options));
}
