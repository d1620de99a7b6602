import { contactsOf } from '../../src/filing/people/contacts.js';
import { loading } from '../edge/loading.js';

export const contactsOfAgency = loading(async (manager, ids: readonly string[]) => {
  const contacts = await contactsOf(manager, ids);
  return ids.map((id) => contacts.filter(({ agencyId }) => agencyId === id));
});
