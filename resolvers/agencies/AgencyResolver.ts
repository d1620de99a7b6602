import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { Agency } from '../../entities/agencies/Agency.js';
import type { Actor } from '../../src/filing/access/actor.js';
import type { AgencyFields } from '../../src/filing/agencies/agencyFields.js';
import { cleanedNotices, fieldWarnings } from '../../src/filing/agencies/agencyValues.js';
import { changeAgency } from '../../src/filing/agencies/changeAgencies.js';
import { findAgencyInScope, listAgencies } from '../../src/filing/agencies/listAgencies.js';
import { mergeAgency } from '../../src/filing/agencies/mergeAgency.js';
import { importAgencies } from '../../src/filing/agencies/importAgencies.js';
import { readAgencies } from '../../src/filing/agencies/readAgencies.js';
import { limits } from '../../importers/files/limits.js';
import { registerAgency } from '../../src/filing/agencies/registerAgency.js';
import { acting, reading, type Context, type RootContext } from '../edge/Context.js';
import { childrenOf, agencyById } from './agencyLoaders.js';
import {
  AgencyFilter,
  AgencyChangeInput,
  AgencyInput,
  AgencyConnection,
  FormerName,
  AgencyPayload,
  AgenciesImportInput,
  AgenciesImportPayload,
} from './types.js';
import { Day } from '../edge/scalars.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';
import { Reason } from '../edge/arguments.js';
import { orUserErrors, userErrorOf } from '../edge/userErrors.js';
import { isUuid } from '../../src/filing/isUuid.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: '一个机关；没有登记时为 null' })
  agency(
    @Ctx() context: RootContext,
    @Arg('code', () => String, { description: '机关代码' }) code: string,
  ): Promise<Agency | null> {
    const { manager, actor } = context;
    return findAgencyInScope(manager, actor, code);
  }

  @Query(() => AgencyConnection, { nullable: true, description: '登记的机关，按代码排列' })
  async agencies(
    @Ctx() context: RootContext,
    @Arg('filter', () => AgencyFilter, { nullable: true, description: '筛选条件' })
    filter: AgencyFilter | null,
    @PageAsked(20) asked: PageArguments,
  ): Promise<Connection<Agency>> {
    const page = pageRequest(asked, 20);
    const { manager, actor } = context;
    const agencies = await listAgencies(manager, actor, { ...page, filter });
    return toConnection(agencies, (agency) => agency);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: '上级机关；没有上级，或不在令牌的范围内时为 null',
  })
  parent(@Root() { parentId }: Agency, @Ctx() context: Context): Promise<Agency | null> | null {
    return parentId === null ? null : agencyById(context).load(parentId);
  }

  @FieldResolver(() => [Agency], { description: '各级上级，最上级在前' })
  ancestors(@Root() { path }: Agency, @Ctx() context: Context): Promise<Agency[]> {
    return Promise.all(
      path
        .split('/')
        .slice(1, -2)
        .filter(isUuid<'Agency'>)
        .map((id) => agencyById(context).load(id)),
    );
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => AgencyConnection, { description: '直接下级各机关，按代码排列' })
  async children(
    @Root() { id }: Agency,
    @Ctx() context: Context,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<Agency>> {
    const page = pageRequest(asked, 50);
    const { actor } = reading(context, 'Query.agencies');
    const found = await childrenOf(context).load({ ...page, id, actor });
    return toConnection(found, (agency) => agency);
  }

  @FieldResolver(() => Agency, { nullable: true, description: '并入了哪个机关' })
  successor(@Root() { successorId }: Agency, @Ctx() context: Context): Promise<Agency | null> | null {
    return successorId === null ? null : agencyById(context).load(successorId);
  }

  @FieldResolver(() => Day, { nullable: true, description: '设立日期' })
  validFrom(@Root() { validFrom }: Agency): string | null {
    return validFrom;
  }

  @FieldResolver(() => Day, { nullable: true, description: '撤销日期' })
  validTo(@Root() { validTo }: Agency): string | null {
    return validTo;
  }

  @FieldResolver(() => [FormerName], { description: '曾用名' })
  formerNames(@Root() { formerNames }: Agency): readonly FormerName[] {
    return formerNames;
  }

  @Mutation(() => AgencyPayload, { description: '登记一个机关' })
  agencyRegister(
    @Ctx() context: RootContext,
    @Arg('input', () => AgencyInput, { description: '要登记的机关' }) input: AgencyInput,
  ): Promise<AgencyPayload> {
    const { code, name, ...fields } = input;
    return kept(context, { prefix: ['input'], given: input }, (manager, actor) =>
      registerAgency(manager, actor, { aliases: [], ...fieldsGiven(fields), code, name }),
    );
  }

  @Mutation(() => AgenciesImportPayload, { description: '按名单（CSV 或工作簿）登记机关和上下级' })
  agenciesImport(
    @Ctx() context: RootContext,
    @Arg('input', () => AgenciesImportInput, { description: '名单' }) input: AgenciesImportInput,
  ): Promise<AgenciesImportPayload> {
    return orUserErrors<AgenciesImportPayload>(
      async () => {
        const { fileName, content, update } = input;
        const lines = await readAgencies(Buffer.from(content, 'base64'), fileName, limits.list);
        const done = await acting(context, (manager, actor) =>
          importAgencies(manager, actor, lines, { update }),
        );
        const warnings = done.warnings.map((each) => userErrorOf(each, ['input']));
        return { ...done, warnings, userErrors: [] };
      },
      (userErrors) => ({ registered: 0, changed: 0, known: 0, warnings: [], userErrors }),
    );
  }

  @Mutation(() => AgencyPayload, {
    description: '改登记：改名（原名留作别名）、换上级（之下各机关一起）和其他各项',
  })
  agencyChange(
    @Ctx() context: RootContext,
    @Arg('code', () => String, { description: '机关代码' }) code: string,
    @Arg('input', () => AgencyChangeInput, { description: '要改的各项' }) input: AgencyChangeInput,
    @Reason('依据，例如文号') reason: string,
  ): Promise<AgencyPayload> {
    const { name, ...fields } = input;
    const changes = { ...fieldsGiven(fields), ...(name != null && { name }) };
    return kept(context, { prefix: [], given: changes }, (manager, actor) =>
      changeAgency(manager, actor, { code, changes, reason }),
    );
  }

  @Mutation(() => AgencyPayload, { description: '并入另一个机关：从这一天起不再填报，以前的报告仍在' })
  agencyMerge(
    @Ctx() context: RootContext,
    @Arg('code', () => String, { description: '被并入的机关代码' }) code: string,
    @Arg('into', () => String, { description: '并入哪个机关（代码）' }) into: string,
    @Arg('validTo', () => Day, { description: '最后一天，例如 2024-06-30' }) validTo: string,
    @Reason('依据，例如文号') reason: string,
  ): Promise<AgencyPayload> {
    return kept(context, { prefix: [], given: {} }, (manager, actor) =>
      mergeAgency(manager, actor, { code, into, validTo, reason }),
    );
  }
}

/** What a person left out stays unknown, or as it is. */
function fieldsGiven({
  aliases,
  consolidates,
  ...others
}: Omit<AgencyChangeInput, 'name'>): Partial<AgencyFields> {
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(aliases != null && { aliases }),
    ...(consolidates != null && { consolidates }),
  };
}

function kept(
  context: RootContext,
  { prefix, given }: { prefix: readonly string[]; given: Parameters<typeof cleanedNotices>[0] },
  work: (manager: EntityManager, actor: Actor) => Promise<Agency>,
): Promise<AgencyPayload> {
  return orUserErrors<AgencyPayload>(
    async () => {
      const agency = await acting(context, work);
      return {
        agency,
        warnings: [...fieldWarnings(agency), ...cleanedNotices(given)].map((each) => userErrorOf(each)),
        userErrors: [],
      };
    },
    (userErrors) => ({ agency: null, warnings: [], userErrors }),
    prefix,
  );
}
