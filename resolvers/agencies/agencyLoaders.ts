import { listChildren } from '../../src/filing/agencies/listAgencies.js';
import { loadAgenciesById } from '../../src/filing/agencies/loadAgencies.js';
import { contactsOf } from '../../src/filing/people/contacts.js';
import { loading, loadingPages } from '../edge/loading.js';
import type { Id } from '../../src/brands/brands.js';

export const agencyById = loading(async (manager, ids: readonly Id<'Agency'>[]) => {
  const found = new Map((await loadAgenciesById(manager, ids)).map((agency) => [agency.id, agency]));
  return ids.map((id) => found.get(id) ?? new Error(`no agency ${id}`));
});

/** A page of the agencies below one. */
export const childrenOf = loadingPages(listChildren);

export const contactsOfAgency = loading(async (manager, ids: readonly Id<'Agency'>[]) => {
  const contacts = await contactsOf(manager, ids);
  return ids.map((id) => contacts.filter(({ agencyId }) => agencyId === id));
});
