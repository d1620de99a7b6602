import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import { buildSchema } from 'graphql';
import { tablesOf } from '../../dist/src/cells.js';
import { formById } from '../../dist/src/forms/index.js';
import { answerParent } from '../support/children.js';
import { openRelations, RelatedReport } from '../support/relations.js';

let database;
let server;
let apollo;

const cellOf = ({ key, value, raw, at, corrected }) => ({ key, value, raw, at, corrected });

/** The fields of the schema as they are usually resolved: out of hydrated entities. */
function reportOf(report) {
  const cells = report.cells ?? [];
  return {
    ...report,
    changedAt: report.changedAt.toISOString(),
    values: () => Object.fromEntries(cells.map(({ key, value }) => [key, value])),
    tables: () =>
      tablesOf(formById(report.formId)).map((table) => ({
        ...table,
        key: table.id,
        columns: table.columns.map((column) => ({ ...column, key: column.id })),
        rows: table.rows.map((row) => ({
          ...row,
          key: row.id,
          cells: cells.filter(({ key }) => key.startsWith(`${table.id}.${row.id}.`)).map(cellOf),
        })),
      })),
  };
}

const rootValue = {
  async report({ agency, year }) {
    const report = await database.getRepository(RelatedReport).findOne({
      where: { agency: { code: agency }, year },
      relations: { agency: true, cells: true },
      order: { cells: { position: 'ASC' } },
    });
    return report && reportOf(report);
  },
  async reports({ first }) {
    const reports = await database.getRepository(RelatedReport).find({
      relations: { agency: true },
      order: { agency: { code: 'ASC' }, year: 'ASC' },
      take: first + 1,
    });
    return {
      nodes: reports.slice(0, first).map(reportOf),
      pageInfo: { hasNextPage: reports.length > first, endCursor: null },
    };
  },
};

answerParent({
  async open(copy) {
    database = await openRelations(copy);
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    apollo = new ApolloServer({ schema, rootValue, stopOnTerminationSignals: false });
    await apollo.start();
    server = fastify();
    server.post('/graphql', fastifyApolloHandler(apollo));
    return server.listen({ host: '127.0.0.1', port: 0 });
  },
  cpu: () => process.cpuUsage(),
  async stop() {
    await server?.close();
    await apollo?.stop();
    await database?.destroy();
  },
});
