import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { Agency } from '../../entities/agencies/Agency.js';
import type { Explanation } from '../../entities/explaining/Explanation.js';
import type { ImportReport } from '../../entities/importing/ImportReport.js';
import { explanationsOf } from '../../src/filing/explaining/explanations.js';
import {
  listImportReports,
  type ImportReportsAsked,
} from '../../src/filing/importing/runs/listImportReports.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { listVersions, loadVersions, type VersionName } from '../../src/filing/reports/loadVersions.js';
import type { ReportHead, VersionCells, VersionHead } from '../../src/filing/reports/storedReport.js';
import { historyOf, type CellChange } from '../../src/filing/reports/versions.js';
import { createWorkflowLoaders, type WorkflowLoaders } from '../workflow/workflowLoaders.js';

export interface ReportName {
  readonly agency: string;
  readonly year: number;
}

export interface HistoryName {
  readonly reportId: string;
  readonly key: string;
}

export interface ImportReportsName extends ImportReportsAsked {
  readonly fileId: string;
}

/** Collects what the fields of one request ask for, so that a list costs one query a type. */
export interface Loaders {
  readonly version: DataLoader<VersionName, VersionCells, string>;
  readonly versions: DataLoader<string, VersionHead[]>;
  readonly head: DataLoader<ReportName, ReportHead, string>;
  readonly history: DataLoader<HistoryName, CellChange[], string>;
  readonly importReports: DataLoader<ImportReportsName, ImportReport[], string>;
  /** By the id of the report, oldest first. */
  readonly explanations: DataLoader<string, Explanation[]>;
  readonly workflow: WorkflowLoaders;
  /** By id. */
  readonly agency: DataLoader<string, Agency>;
}

export function createLoaders(manager: EntityManager): Loaders {
  return {
    workflow: createWorkflowLoaders(manager),
    agency: new DataLoader((ids) => agenciesById(manager, ids)),
    explanations: new DataLoader((ids) => explanations(manager, ids)),
    version: new DataLoader((names) => versions(manager, names), { cacheKeyFn: versionKey }),
    versions: new DataLoader((ids) => versionLists(manager, ids)),
    head: new DataLoader((names) => Promise.all(names.map((name) => head(manager, name))), {
      cacheKeyFn: ({ agency, year }) => `${year} ${agency}`,
    }),
    history: new DataLoader((names) => histories(manager, names), {
      cacheKeyFn: ({ reportId, key }) => `${reportId} ${key}`,
    }),
    importReports: new DataLoader((names) => importReports(manager, names), {
      cacheKeyFn: (name) => `${name.fileId} ${askedKey(name)}`,
    }),
  };
}

async function agenciesById(manager: EntityManager, ids: readonly string[]) {
  const found = new Map(
    (await manager.findBy(Agency, { id: In([...ids]) })).map((agency) => [agency.id, agency]),
  );
  return ids.map((id) => found.get(id) ?? new Error(`no agency ${id}`));
}

function versionKey({ reportId, number }: VersionName): string {
  return `${reportId} ${number}`;
}

async function versions(manager: EntityManager, names: readonly VersionName[]) {
  const loaded = await loadVersions(manager, names);
  const found = new Map(loaded.map((version) => [versionKey(version), version]));
  return names.map((name) => found.get(versionKey(name)) ?? new Error(`no version ${versionKey(name)}`));
}

async function versionLists(manager: EntityManager, ids: readonly string[]): Promise<VersionHead[][]> {
  const all = await listVersions(manager, ids);
  return ids.map((id) => all.filter(({ reportId }) => reportId === id));
}

async function explanations(manager: EntityManager, ids: readonly string[]): Promise<Explanation[][]> {
  const found = await explanationsOf(manager, ids);
  return ids.map((id) => found.get(id) ?? []);
}

async function head(manager: EntityManager, { agency, year }: ReportName): Promise<ReportHead> {
  const report = await loadReport(manager, agency, year, 'head');
  if (!report) throw new Error(`no report of ${agency} for ${year}`);
  return report;
}

/** One query a report, however many of its cells are asked for. */
async function histories(manager: EntityManager, names: readonly HistoryName[]): Promise<CellChange[][]> {
  const keys = new Map<string, string[]>();
  for (const { reportId, key } of names) {
    const known = keys.get(reportId);
    if (known) known.push(key);
    else keys.set(reportId, [key]);
  }
  const found = new Map(
    await Promise.all(
      [...keys].map(async ([id, asked]) => [id, await historyOf(manager, id, asked)] as const),
    ),
  );
  return names.map(({ reportId, key }) => found.get(reportId)?.get(key) ?? []);
}

/** One query for all files of which the same is asked. */
async function importReports(
  manager: EntityManager,
  names: readonly ImportReportsName[],
): Promise<ImportReport[][]> {
  const groups = new Map<string, ImportReportsName[]>();
  for (const name of names) {
    const group = groups.get(askedKey(name));
    if (group) group.push(name);
    else groups.set(askedKey(name), [name]);
  }
  const found = new Map<string, ImportReport[]>();
  for (const [key, group] of groups) {
    const [asked] = group;
    if (!asked) continue;
    const fileIds = group.map(({ fileId }) => fileId);
    for (const report of await listImportReports(manager, fileIds, asked)) {
      const reports = found.get(`${report.fileId} ${key}`);
      if (reports) reports.push(report);
      else found.set(`${report.fileId} ${key}`, [report]);
    }
  }
  return names.map((name) => found.get(`${name.fileId} ${askedKey(name)}`) ?? []);
}

function askedKey({ statuses, first, after }: ImportReportsAsked): string {
  return JSON.stringify([statuses, first, after]);
}
