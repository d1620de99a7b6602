import { loadAgenciesById } from '../../src/filing/agencies/loadAgencies.js';
import { loading } from '../edge/loading.js';
import type { Agency } from '../../entities/agencies/Agency.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { listChildren } from '../../src/filing/agencies/listAgencies.js';
import type { Page, PageRequest } from '../../src/filing/lists/page.js';
import { contactsOf } from '../../src/filing/people/contacts.js';

export const agencyById = loading(async (manager, ids: readonly string[]) => {
  const found = new Map((await loadAgenciesById(manager, ids)).map((agency) => [agency.id, agency]));
  return ids.map((id) => found.get(id) ?? new Error(`no agency ${id}`));
});

interface ChildrenAsked extends PageRequest {
  readonly parentId: string;
  /** Of a request, the same for all. */
  readonly actor: Actor;
}

/** A page of the agencies below one; of all of which the same page is asked for in one query. */
export const childrenOf = loading(
  async (manager, asked: readonly ChildrenAsked[]) => {
    const found = new Map<string, Page<Agency>>();
    for (const [page, group] of groups(asked)) {
      const [one] = group;
      if (!one) continue;
      const ids = group.map(({ parentId }) => parentId);
      const pages = await listChildren(manager, one.actor, ids, { first: one.first, after: one.after });
      for (const [id, children] of pages) found.set(`${id} ${page}`, children);
    }
    return asked.map((each) => found.get(nameOf(each)) ?? new Error('a page of children was not read'));
  },
  (each) => nameOf(each),
);

function nameOf(asked: ChildrenAsked): string {
  return `${asked.parentId} ${pageName(asked)}`;
}

function pageName({ first, after }: PageRequest): string {
  return JSON.stringify([first, after ?? null]);
}

function groups(asked: readonly ChildrenAsked[]): Map<string, ChildrenAsked[]> {
  const all = new Map<string, ChildrenAsked[]>();
  for (const each of asked) all.set(pageName(each), [...(all.get(pageName(each)) ?? []), each]);
  return all;
}

export const contactsOfAgency = loading(async (manager, ids: readonly string[]) => {
  const contacts = await contactsOf(manager, ids);
  return ids.map((id) => contacts.filter(({ agencyId }) => agencyId === id));
});
