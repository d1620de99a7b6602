import type { FastifyInstance, FastifyReply } from 'fastify';
import { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { cursorAt, feedEnd, listChanges, type ChangeRecord } from '../../filing/feed/listChanges.js';
import type { Services } from '../Services.js';
import { onlyKnown, textOf, wholeNumber, wordsOf, type Query } from './apiQuery.js';

const longestWait = 30;
/** How often is looked for what has come while somebody waits. */
const pauseMilliseconds = 250;

/** The feed, a line a change; whoever has seen everything waits here for what comes next. */
export function changeFeed(server: FastifyInstance, { database }: Services): void {
  const { manager } = database;
  const closing = new AbortController();
  server.addHook('preClose', async () => closing.abort());

  server.get<{ Querystring: Query }>('/api/v1/changes', async (request, reply) => {
    const { query } = request;
    onlyKnown(query, ['after', 'first', 'under', 'kinds', 'wait']);
    const actor = requireActor(request.actor);
    const asked = {
      after: textOf(query, 'after'),
      first: wholeNumber(query, 'first', { usual: 100, least: 1, most: 1000 }),
      under: textOf(query, 'under'),
      kinds: wordsOf(query, 'kinds', Object.values(ChangeKind)),
    };
    const wait = wholeNumber(query, 'wait', { usual: 0, least: 0, most: longestWait });
    const gone = AbortSignal.any([closing.signal, whenGone(reply)]);
    const until = Date.now() + wait * 1000;
    let end = await feedEnd(manager);
    let page = await listChanges(manager, actor, asked);
    while (page.items.length === 0 && Date.now() < until && !gone.aborted) {
      await pause(Math.min(pauseMilliseconds, until - Date.now()), gone);
      const now = await feedEnd(manager);
      if (now === end) continue;
      end = now;
      page = await listChanges(manager, actor, asked);
    }
    // What others changed meanwhile, and this one does not see, need not be looked through again.
    const next = page.items.at(-1)?.cursor ?? cursorAt(end);
    void reply.type('application/x-ndjson; charset=utf-8').header('X-Next-Cursor', next);
    return page.items.map(({ cursor, item }) => `${JSON.stringify({ cursor, ...lineOf(item) })}\n`).join('');
  });
}

function lineOf({ agency, reportId, publication, digest, version, ...change }: ChangeRecord): object {
  const { at, kind, year, status, changes } = change;
  return {
    ...{ at, kind, agency: agency.code, year, report: reportId, version, status },
    changes: changes.map((each) => ({ ...each, version })),
    ...(publication !== null && { publication, digest }),
  };
}

function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

function pause(milliseconds: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    gone.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      gone.removeEventListener('abort', done);
      resolve();
    }
  });
}
