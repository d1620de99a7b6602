import type { EntityManager } from 'typeorm';
import type { Account } from '../../entities/people/Account.js';
import type { Actor } from '../../src/filing/access/actor.js';
import type { CreatedPerson, OfficeToGive } from '../../src/filing/people/createAccount.js';
import { loadPerson } from '../../src/filing/people/listPeople.js';
import { acting, type RootContext } from '../edge/Context.js';
import { orUserErrors } from '../edge/userErrors.js';
import type { FirstPasswordPayload, PersonOfficeInput, PersonPayload } from './types.js';

type Work<Answer> = (manager: EntityManager, actor: Actor) => Promise<Answer>;

/** What a mutation that changes an account answers. */
export function changedPerson(
  context: RootContext,
  work: Work<Account>,
  prefix: readonly string[] = [],
): Promise<PersonPayload> {
  return orUserErrors<PersonPayload>(
    async () => ({
      person: await acting(context, async (manager, actor) =>
        loadPerson(manager, actor, (await work(manager, actor)).id),
      ),
      userErrors: [],
    }),
    (userErrors) => ({ person: null, userErrors }),
    prefix,
  );
}

/** What a mutation that gives a first password answers. */
export function givenPassword(
  context: RootContext,
  work: Work<CreatedPerson>,
  prefix: readonly string[] = [],
): Promise<FirstPasswordPayload> {
  return orUserErrors<FirstPasswordPayload>(
    () =>
      acting(context, async (manager, actor) => {
        const { account, password } = await work(manager, actor);
        return {
          person: await loadPerson(manager, actor, account.id),
          firstPassword: password,
          userErrors: [],
        };
      }),
    (userErrors) => ({ person: null, firstPassword: null, userErrors }),
    prefix,
  );
}

export function officesOfInput(offices: readonly PersonOfficeInput[]): OfficeToGive[] {
  return offices.map(({ role, agency }) => ({ role, agency: agency ?? null }));
}
