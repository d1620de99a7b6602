import { DataSource, EntitySchema } from 'typeorm';
import { embeddedDriver } from '../../dist/src/database/embeddedDriver.js';
import { openEmbeddedCopy, urlOf } from './databases.js';

/** The usual way to store a form in TypeORM: a row a cell, related to its report. */
export const RelatedAgency = new EntitySchema({
  name: 'RelatedAgency',
  tableName: 'related_agency',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text', unique: true },
    name: { type: 'text' },
  },
});

export const RelatedReport = new EntitySchema({
  name: 'RelatedReport',
  tableName: 'related_report',
  columns: {
    id: { type: 'uuid', primary: true },
    year: { type: 'int' },
    formId: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    changedAt: { type: 'timestamp with time zone' },
    errorCount: { type: 'int' },
    explainCount: { type: 'int' },
  },
  relations: {
    agency: { type: 'many-to-one', target: 'RelatedAgency', nullable: true },
    cells: { type: 'one-to-many', target: 'RelatedCell', inverseSide: 'report', cascade: true },
  },
  uniques: [{ columns: ['agency', 'year'] }],
});

export const RelatedCell = new EntitySchema({
  name: 'RelatedCell',
  tableName: 'related_cell',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    position: { type: 'int' },
    key: { type: 'text' },
    value: { type: 'numeric', nullable: true },
    raw: { type: 'text', nullable: true },
    at: { type: 'text', nullable: true },
    corrected: { type: 'boolean', default: false },
  },
  relations: {
    report: { type: 'many-to-one', target: 'RelatedReport', inverseSide: 'cells' },
  },
  indices: [{ columns: ['report'] }],
});

const common = {
  type: 'postgres',
  entities: [RelatedAgency, RelatedReport, RelatedCell],
  uuidExtension: 'pgcrypto',
  installExtensions: false,
};

/** The data source of a copy, on the same driver as nianbao's own. */
export async function openRelations(copy) {
  if (copy.dump === undefined)
    return new DataSource({ ...common, url: urlOf(copy.server, copy.name) }).initialize();
  return relationsIn(await openEmbeddedCopy(copy));
}

export function relationsIn(embedded) {
  return new DataSource({ ...common, driver: embeddedDriver(embedded, () => undefined) }).initialize();
}
