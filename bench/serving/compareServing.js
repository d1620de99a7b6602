import { deepStrictEqual } from 'node:assert';
import { operator } from '../../dist/src/filing/access/actor.js';
import { createToken } from '../../dist/src/filing/tokens/tokens.js';
import { startChild } from '../support/children.js';
import { copyTemplate, dropCopy, makeTemplate } from '../support/databases.js';
import { openRelations, relationsIn } from '../support/relations.js';
import { agencies } from '../support/sampleReports.js';
import { median, medianRatio } from '../support/statistics.js';
import { fillReports } from './fillReports.js';
import { fillRelations } from './fillRelations.js';
import { databaseCpu } from '../support/databaseCpu.js';
import { closeConnections, load, send } from './load.js';
import { queries } from './queries.js';

const served = 100;
const year = 2024;
/** Sent to each side before it is measured: a service stays up, and code is compiled by then. */
const warmUp = 3_000;

/** Processor time a request in the process of the server, nianbao beside a bare server and one with relations. */
export async function compareServing({ backends, files, folder, templates, isQuick, report }) {
  for (const { name, template } of backends) {
    report.heading(
      `二、服务 Serving，${name}（${name === 'PGlite' ? 'CPU 含数据库 with the database' : 'CPU 不含数据库 without the database'}）`,
      ...['nianbao', 'bare http', 'relations', '÷ bare', '÷ relations', '÷ bare 连数据库'],
    );
    let token;
    const filled = await makeTemplate(
      { ...template, folder, from: template },
      async (database, { embedded, copy }) => {
        await fillReports(database, files.report.slice(0, served));
        ({ token } = await database.transaction((manager) =>
          createToken(manager, operator('测速'), {
            name: '测速',
            role: 'ADMINISTRATOR',
            scope: null,
            expiresAt: null,
          }),
        ));
        // The embedded database is closed with the first of its two data sources.
        const relations = embedded ? await relationsIn(embedded) : await openRelations(copy);
        await fillRelations(database, relations);
        if (!embedded) await relations.destroy();
      },
    );
    templates.push(filled);
    await compareOn({ name, template: filled, token, folder, isQuick, report });
  }
  closeConnections();
}

async function compareOn({ name, template, token, folder, isQuick, report }) {
  const servers = [];
  try {
    for (const script of ['product', 'bare', 'relations']) {
      const server = {
        script,
        copy: await copyTemplate(template, folder),
        child: startChild(`serving/${script}.js`),
      };
      servers.push(server);
      server.address = await server.child.ask('open', server.copy);
    }
    for (const query of queries) {
      const took = await measure(servers, query, token, isQuick);
      const ratios = {
        bare: medianRatio(took.product, took.bare),
        relations: medianRatio(took.product, took.relations),
      };
      report.row(
        `  ${query.words}`,
        ...['product', 'bare', 'relations'].map((script) => `${median(took[script]).toFixed(2)} ms`),
        ...[`${ratios.bare.toFixed(2)} ×`, `${ratios.relations.toFixed(2)} ×`],
        ...('both' in took ? [`${took.both.toFixed(2)} ×`] : []),
      );
      // With the embedded database, whose work is in the same process, only the old aim of values holds.
      if (name === 'PGlite' && query.name !== 'values') continue;
      const most = name === 'PGlite' ? 6 : query.most;
      report.aim(`${name}：${query.words} 的 CPU CPU ≤ ${most} × bare http`, ratios.bare, most);
      if ('both' in took)
        report.aim(
          `${name}：${query.words} 连数据库的 CPU CPU with the database ≤ ${query.mostWithDatabase} × bare http`,
          took.both,
          query.mostWithDatabase,
        );
    }
    const [{ child }] = servers;
    const rss = (await child.ask('memory')) / 1024 / 1024;
    if (name !== 'PGlite') report.aim(`${name}：服务之后的内存 memory after serving, MiB`, rss, 200);
  } finally {
    for (const { child, copy } of servers) {
      await child.stop();
      await dropCopy(copy);
    }
  }
}

async function measure(servers, query, token, isQuick) {
  const rounds = isQuick ? 3 : 7;
  const took = { product: [], bare: [], relations: [] };
  /** The database on top, where it is a server. */
  const both = { product: [], bare: [], relations: [] };
  const answers = {};
  for (let round = -1; round < rounds; round += 1)
    for (const { script, address, child, copy } of servers) {
      const make = script === 'bare' ? bareRequest(query) : graphqlRequest(query, token);
      const databaseBefore = copy.server ? await databaseCpu(copy) : 0;
      const before = await child.ask('cpu');
      await load(address, round >= 0 ? query.requests : isQuick ? query.requests : warmUp, make);
      const after = await child.ask('cpu');
      const database = copy.server ? (await databaseCpu(copy)) - databaseBefore : 0;
      const cpu = (after.user + after.system - before.user - before.system) / 1000 / query.requests;
      // The first round warms up, and shows that all three say the same.
      if (round >= 0) {
        took[script].push(cpu);
        both[script].push(cpu + database / query.requests);
      } else answers[script] = answerOf(query, script, await send(address, make(7)));
    }
  deepStrictEqual(answers.bare, answers.product);
  deepStrictEqual(answers.relations, answers.product);
  const isServer = servers[0].copy.server !== undefined;
  return { ...took, ...(isServer && { both: medianRatio(both.product, both.bare) }) };
}

function answerOf({ rootOf }, script, text) {
  const answer = JSON.parse(text);
  if (script === 'bare') return answer;
  if (answer.errors) throw new Error(`${script}: ${text.slice(0, 500)}`);
  return rootOf(answer.data);
}

function variablesOf(index) {
  return { agency: agencies[(index * 7) % served].code, year };
}

function graphqlRequest({ name, text }, token) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  return (index) => {
    const variables = name === 'page' ? {} : variablesOf(index);
    return { path: '/graphql', method: 'POST', headers, body: JSON.stringify({ query: text, variables }) };
  };
}

function bareRequest({ path }) {
  return (index) => ({ path: path(variablesOf(index)) });
}
