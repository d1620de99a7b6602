import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { problem, type Problem } from '../../problems/problem.js';
import type { Actor } from '../access/actor.js';
import { findAgencies } from './findAgencies.js';
import { nearestAgencies } from './nearestAgencies.js';
import { shortened } from '../../text/shortened.js';
import { agencyNotFound } from '../access/agencyNotFound.js';

/** Which agency a report is of: as asked for in the upload, else as printed in its title. */
export interface AgencyNames {
  readonly asked: string | null;
  readonly printed: string | null;
}

/** The agency, with what is to be told of its name; or why there is none. */
export type ResolvedAgency =
  { readonly agency: Agency; readonly told?: Problem } | { readonly problem: Problem };

/** Finds the agencies of many reports at once. What is outside the scope of the actor is not there. */
export async function resolveAgencies(
  manager: EntityManager,
  { scope }: Pick<Actor, 'scope'>,
  reports: readonly AgencyNames[],
  /** Looking for the names that come nearest costs a walk over all agencies. */
  { suggesting } = { suggesting: true },
): Promise<ResolvedAgency[]> {
  const names = reports.flatMap(({ asked, printed }) => [asked, printed]).filter((name) => name !== null);
  const found = await findAgencies(manager, names, scope);
  const unknown = reports
    .map(({ asked, printed }) => asked ?? printed)
    .filter((name) => name !== null)
    .filter((name) => found.get(name)?.length === 0);
  const nearest = suggesting ? await nearestAgencies(manager, unknown, scope) : new Map<string, Agency[]>();
  return reports.map((names) => resolve(names, found, nearest, { scope }));
}

type ByName = ReadonlyMap<string, readonly Agency[]>;

function resolve(
  { asked, printed }: AgencyNames,
  found: ByName,
  nearest: ByName,
  actor: Pick<Actor, 'scope'>,
): ResolvedAgency {
  const name = asked ?? printed;
  if (name === null)
    return {
      problem: problem(
        'AGENCY_UNKNOWN',
        '没有写明机关。请在上传时填写机关代码或名称，或在标题（一览表的机关一栏）中写明机关。',
      ),
    };
  const [agency, ...others] = found.get(name) ?? [];
  if (!agency)
    return { problem: problem('AGENCY_UNKNOWN', unknownMessage(name, nearest.get(name) ?? [], actor)) };
  if (others.length > 0)
    return {
      problem: problem(
        'AGENCY_AMBIGUOUS',
        `有 ${others.length + 1} 个机关叫“${name}”：${listed([agency, ...others])}。请在上传时填写机关代码。`,
      ),
    };
  const printedAgencies = asked !== null && printed !== null ? (found.get(printed) ?? []) : [];
  if (printedAgencies.length > 0 && !printedAgencies.some(({ id }) => id === agency.id))
    return {
      problem: problem(
        'AGENCY_MISMATCH',
        `文件标题写的是“${printed}”（${listed(printedAgencies)}），所填机关是“${agency.name}”（${agency.code}）。请核对后重新上传。`,
      ),
    };
  return printedAgencies.length === 0 && asked !== null && printed !== null && !isNamed(printed, agency)
    ? { agency, told: otherName(printed, agency) }
    : { agency };
}

/** 城市管理局 is a name of 某市城市管理局, without the place; 某市 is not. */
const shortestName = 3;

function isNamed(printed: string, { name, aliases }: Agency): boolean {
  const short = bareName(printed);
  return [name, ...aliases]
    .map(bareName)
    .some((own) => own === short || (short.length >= shortestName && own.endsWith(short)));
}

function bareName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

/** The name may be registered where the actor does not see it: that is not said. */
function otherName(printed: string, { name, code }: Agency): Problem {
  return problem(
    'AGENCY_NAME_DIFFERS',
    `文件标题写的机关是“${shortened(printed, longestName)}”，按所填算作“${name}”（${code}）的报告，两个名称不同。请核对没有传错文件；如果是同一个机关，可以把标题里的名称登记为它的别名。`,
  );
}

const longestName = 60;

function unknownMessage(name: string, nearest: readonly Agency[], actor: Pick<Actor, 'scope'>): string {
  const hint = nearest.length > 0 ? `名称最接近的有：${listed(nearest)}。` : '';
  return `${agencyNotFound(name, actor)}${hint}${whatToDo(actor)}`;
}

/** Whoever acts for an office registers none: the file is another one's, or its title says the name otherwise. */
function whatToDo({ scope }: Pick<Actor, 'scope'>): string {
  return scope === null
    ? '请在上传时填写机关代码或名称，或先登记机关。'
    : `请核对没有传错文件；确是您办理的机关的报告，标题写法不同的，请在上传时填写机关代码（您的是 ${scope.code}），再传一次。`;
}

function listed(agencies: readonly Agency[]): string {
  return agencies
    .slice(0, 5)
    .map(({ code, name }) => `${name}（${code}）`)
    .join('、');
}
