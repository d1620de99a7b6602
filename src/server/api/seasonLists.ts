import type { FastifyInstance } from 'fastify';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { loadAgenciesById } from '../../filing/agencies/loadAgencies.js';
import { listAgencies } from '../../filing/agencies/listAgencies.js';
import { listReminders } from '../../filing/season/listReminders.js';
import { progressOf, type Progress } from '../../filing/season/progressOf.js';
import { dayInChina } from '../../season/chinaDay.js';
import { readsOf } from '../reads/readsOf.js';
import { onlyKnown, requiredText, requiredYear, textOf, wholeNumber, type Query } from './apiQuery.js';
import { unlessKnown } from './unlessKnown.js';
import type { Id } from '../../brands/brands.js';

const pageSize = { usual: 200, least: 1, most: 1000 };

/** Agencies, how far the season is, and who has to be reminded. */
export function seasonLists(server: FastifyInstance): void {
  server.get<{ Querystring: Query }>('/api/v1/agencies', async (request, reply) => {
    onlyKnown(request.query, ['under', 'first', 'after']);
    const manager = readsOf(request);
    const actor = requireActor(request.actor);
    const page = await listAgencies(manager, actor, {
      first: wholeNumber(request.query, 'first', pageSize),
      after: textOf(request.query, 'after'),
      filter: { under: textOf(request.query, 'under') },
    });
    const related = page.items.flatMap(({ item }) => [item.parentId, item.successorId]);
    const others = await loadAgenciesById(manager, [...new Set(related.filter((id) => id !== null))]);
    const codes = new Map(
      others
        .filter(({ path }) => actor.scope === null || path.startsWith(actor.scope.path))
        .map(({ id, code }) => [id, code]),
    );
    const codeOf = (id: Id<'Agency'> | null) => (id === null ? null : (codes.get(id) ?? null));
    const answer = {
      agencies: page.items.map(({ item }) => ({
        ...agencyData(item),
        parent: codeOf(item.parentId),
        successor: codeOf(item.successorId),
      })),
      nextCursor: page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null,
    };
    return unlessKnown(request, reply, [JSON.stringify(answer)], () => answer);
  });

  server.get<{ Querystring: Query }>('/api/v1/progress', async (request, reply) => {
    onlyKnown(request.query, ['agency', 'year']);
    const manager = readsOf(request);
    const code = requiredText(request.query, 'agency', '410500');
    const year = requiredYear(request.query);
    const agency = await agencyInScope(manager, requireActor(request.actor), code);
    const { whole, children } = await progressOf(manager, agency, year, dayInChina(new Date()));
    const answer = { ...progressData(whole), children: children.map(progressData) };
    return unlessKnown(request, reply, [JSON.stringify(answer)], () => answer);
  });

  server.get<{ Querystring: Query }>('/api/v1/reminders', async (request, reply) => {
    onlyKnown(request.query, ['agency', 'year', 'first', 'after']);
    const manager = readsOf(request);
    const code = requiredText(request.query, 'agency', '410500');
    const year = requiredYear(request.query);
    const agency = await agencyInScope(manager, requireActor(request.actor), code);
    const page = await listReminders(manager, agency, {
      year,
      today: dayInChina(new Date()),
      page: {
        first: wholeNumber(request.query, 'first', pageSize),
        after: textOf(request.query, 'after'),
      },
    });
    const answer = {
      reminders: page.items.map(({ item: { agency: late, status, deadline, daysLeft } }) => {
        return { agency: late.code, agencyName: late.name, year, status, deadline, daysLeft };
      }),
      nextCursor: page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null,
    };
    return unlessKnown(request, reply, [JSON.stringify(answer)], () => answer);
  });
}

function agencyData(agency: Agency): object {
  const { code, name, aliases, uscc, divisionCode, level, kind, consolidates, depth } = agency;
  const { deadline, makesRules, validFrom, validTo, formerNames } = agency;
  return {
    ...{ code, name, aliases, depth, uscc, divisionCode, level, kind, consolidates, deadline, makesRules },
    ...{ validFrom, validTo, formerNames },
  };
}

function progressData({ agency, year, total, notStarted, byStatus, late }: Progress): object {
  const { DRAFT, SUBMITTED, RETURNED, ACCEPTED, PUBLISHED, CORRECTING } = byStatus;
  const counted = { draft: DRAFT, submitted: SUBMITTED, returned: RETURNED, accepted: ACCEPTED };
  return {
    ...{ agency: agency.code, agencyName: agency.name, year, total, notStarted, ...counted },
    ...{ published: PUBLISHED, correcting: CORRECTING, late },
  };
}
