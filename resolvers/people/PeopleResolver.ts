import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import {
  changeAccount,
  closeAccount,
  reopenAccount,
  resetPassword,
} from '../../src/filing/people/changeAccount.js';
import { createAccount } from '../../src/filing/people/createAccount.js';
import { bindIdentity, unbindIdentities } from '../../src/filing/people/identities.js';
import { importPeople } from '../../src/filing/people/importPeople.js';
import { listPeople, loadPerson } from '../../src/filing/people/listPeople.js';
import { readPeople } from '../../src/filing/people/readPeople.js';
import { PageAsked, type PageArguments, Reason } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import type { Context, RootContext } from '../edge/Context.js';
import { orUserErrors } from '../edge/userErrors.js';
import { contactsOfAgency } from '../agencies/agencyLoaders.js';
import { changedPerson, givenPassword, officesOfInput } from './personPayloads.js';
import {
  Contact,
  FirstPasswordPayload,
  PeopleImportInput,
  PeopleImportPayload,
  type Person,
  PersonConnection,
  PersonFilter,
  PersonInput,
  PersonPayload,
  PersonUpdateInput,
} from './types.js';

@Resolver(() => Agency)
export class PeopleResolver {
  @Query(() => PersonConnection, {
    nullable: true,
    description: '有任职在自己范围之内的账号，按账号排列；停用的也在内',
  })
  async people(
    @Ctx() context: RootContext,
    @Arg('filter', () => PersonFilter, { nullable: true, description: '筛选条件' })
    filter: PersonFilter | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<Person>> {
    const page = pageRequest(asked, 50);
    const { manager, actor } = context;
    return toConnection(await listPeople(manager, actor, { ...page, filter }), (person) => person);
  }

  @FieldResolver(() => [Contact], {
    nullable: true,
    description: '联系人，填报的在前；不是审核、发布、管理人员的看不到，为 null',
  })
  contacts(@Root() { id }: Agency, @Ctx() context: Context): Promise<Contact[]> {
    return contactsOfAgency(context).load(id);
  }

  @Mutation(() => FirstPasswordPayload, {
    description: '开通账号：任职和角色不超过自己。首次密码只显示这一次',
  })
  personCreate(
    @Ctx() context: RootContext,
    @Arg('input', () => PersonInput, { description: '要开通的账号' }) input: PersonInput,
  ): Promise<FirstPasswordPayload> {
    const person = { ...input, telephone: input.telephone ?? null, offices: officesOfInput(input.offices) };
    return givenPassword(context, (manager, actor) => createAccount(manager, actor, person), ['input']);
  }

  @Mutation(() => PersonPayload, { description: '更改姓名、电话、任职' })
  personUpdate(
    @Ctx() context: RootContext,
    @Name() name: string,
    @Arg('input', () => PersonUpdateInput, { description: '要改的各项' }) input: PersonUpdateInput,
  ): Promise<PersonPayload> {
    const changes = { ...input, offices: input.offices == null ? null : officesOfInput(input.offices) };
    return changedPerson(context, (manager, actor) => changeAccount(manager, actor, { name, changes }), [
      'input',
    ]);
  }

  @Mutation(() => PersonPayload, { description: '停用账号（人员离开）：立即退出登录，不能再登录；留痕仍在' })
  personClose(
    @Ctx() context: RootContext,
    @Name() name: string,
    @Reason('理由，例如 调离') reason: string,
  ): Promise<PersonPayload> {
    return changedPerson(context, (manager, actor) => closeAccount(manager, actor, { name, reason }));
  }

  @Mutation(() => FirstPasswordPayload, { description: '恢复停用的账号，另给首次密码' })
  personReopen(@Ctx() context: RootContext, @Name() name: string): Promise<FirstPasswordPayload> {
    return givenPassword(context, (manager, actor) => reopenAccount(manager, actor, name));
  }

  @Mutation(() => FirstPasswordPayload, {
    description: '重置密码，解除锁定；由上级机关的审核人员或管理人员办理',
  })
  personResetPassword(@Ctx() context: RootContext, @Name() name: string): Promise<FirstPasswordPayload> {
    return givenPassword(context, (manager, actor) => resetPassword(manager, actor, name));
  }

  @Mutation(() => PersonPayload, { description: '把统一身份（OIDC）绑定到账号' })
  personBind(
    @Ctx() context: RootContext,
    @Name() name: string,
    @Arg('issuer', () => String, { description: '统一身份的签发者' }) issuer: string,
    @Arg('subject', () => String, { description: '统一身份在签发者那里的标识' }) subject: string,
  ): Promise<PersonPayload> {
    return changedPerson(context, (manager, actor) =>
      bindIdentity(manager, actor, { name, given: { issuer, subject } }),
    );
  }

  @Mutation(() => PersonPayload, { description: '解除账号绑定的统一身份' })
  personUnbind(@Ctx() context: RootContext, @Name() name: string): Promise<PersonPayload> {
    return changedPerson(context, (manager, actor) => unbindIdentities(manager, actor, name));
  }

  @Mutation(() => PeopleImportPayload, {
    description: '按名单（CSV 或工作簿）开通账号；首次密码只显示这一次',
  })
  peopleImport(
    @Ctx() context: RootContext,
    @Arg('input', () => PeopleImportInput, { description: '名单' }) { fileName, content }: PeopleImportInput,
  ): Promise<PeopleImportPayload> {
    return orUserErrors<PeopleImportPayload>(
      async () => {
        const { database, actor } = context;
        const lines = await readPeople(Buffer.from(content, 'base64'), fileName);
        const { created, known } = await importPeople(database, actor, lines);
        const people = created.map(async ({ account, password }) => ({
          person: await loadPerson(database.manager, actor, account.id),
          firstPassword: password,
        }));
        return { people: await Promise.all(people), known, userErrors: [] };
      },
      (userErrors) => ({ people: [], known: [], userErrors }),
    );
  }
}

/** 账号 */
function Name() {
  return Arg('name', () => String, { description: '账号' });
}
