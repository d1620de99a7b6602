import { loadAgenciesById } from '../../src/filing/agencies/loadAgencies.js';
import { loading } from '../edge/loading.js';

export const agencyById = loading(async (manager, ids: readonly string[]) => {
  const found = new Map((await loadAgenciesById(manager, ids)).map((agency) => [agency.id, agency]));
  return ids.map((id) => found.get(id) ?? new Error(`no agency ${id}`));
});
