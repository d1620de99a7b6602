import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dropChanges } from '../../src/cli/drop/dropChanges.js';
import { newSigningKey, readSigningKey, type SigningAlgorithm } from '../../src/exports/drop/signingKey.js';
import { form2021 } from '../../src/forms/2021.js';
import { shownValues, validValues } from './drafts.js';
import { actor } from './filing.js';
import { json, type TestServer } from './server.js';

export interface ClientEnded {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a client of examples/clients as people do. */
export function runClient(
  service: TestServer,
  command: string,
  given: readonly string[],
  input = '',
): Promise<ClientEnded> {
  return new Promise((resolve) => {
    const env = { ...process.env, NIANBAO: service.address, NIANBAO_TOKEN: service.token };
    const child = execFile(command, given, { env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, stdout, stderr }),
    );
    // Nothing is written to a client that reads nothing: it may have ended by then.
    if (input === '') child.stdin?.destroy();
    else child.stdin?.end(input);
  });
}

/** A report as the JSON export writes it. */
export function sentReport(agency: string, year: number, seed: number): string {
  const cells = shownValues(form2021, validValues(form2021, seed));
  return JSON.stringify({ form: '2021', year, agency: `${agency}市林业局`, agencyCode: agency, cells });
}

/** How a client is called for each of the three things that all of them can do. */
export interface Client {
  readonly command: string;
  readonly follow: readonly string[];
  readonly push: readonly string[];
  readonly verify: readonly string[];
}

/** A season pulled by the feed, one report pushed, and what that changed; agencies A and B are registered. */
export async function expectFollowed(
  service: TestServer,
  { command, follow, push }: Client,
  folder: string,
): Promise<void> {
  const copy = join(folder, 'copy');
  const run = async (given: readonly string[], file: string) => {
    const ended = await runClient(service, command, [...given, file]);
    expect(ended, ended.stderr).toMatchObject({ failed: false });
  };
  const same = async (agency: string, year: number) => {
    const kept = JSON.parse(readFileSync(join(copy, `${agency}-${year}.json`), 'utf8')) as {
      values?: object;
      cells?: object;
      version: number;
    };
    const now = json(await service.fetch(`/api/v1/reports/${agency}/${year}.json`));
    expect(now).toMatchObject({ version: kept.version, cells: kept.cells ?? kept.values });
    return kept.version;
  };
  await run(follow, copy);
  const reports = readdirSync(copy).filter((name) => name.endsWith('.json'));
  expect(reports.length).toBeGreaterThan(1);
  const before = await same('A', 2024);
  const file = join(folder, 'report.json');
  writeFileSync(file, sentReport('A', 2024, before + 50));
  await run(push, file);
  await run(follow, copy);
  expect(await same('A', 2024)).toBe(before + 1);
  await same('B', 2024);
  const cursor = readFileSync(join(copy, 'cursor'), 'utf8');
  await run(follow, copy);
  expect(readFileSync(join(copy, 'cursor'), 'utf8')).toBe(cursor);
}

/** A folder of the drop is verified; changed by one byte, or with another key, it is not. */
export async function expectVerified(
  service: TestServer,
  { command, verify }: Client,
  folder: string,
  algorithm: SigningAlgorithm = 'ed25519',
): Promise<void> {
  const target = join(folder, algorithm);
  mkdirSync(target);
  const key = readSigningKey(newSigningKey(algorithm));
  const other = readSigningKey(newSigningKey(algorithm));
  if (!key || !other) throw new Error('no key');
  writeFileSync(join(folder, 'key.pem'), key.publicKey);
  writeFileSync(join(folder, 'other.pem'), other.publicKey);
  let name = '';
  const request = { target, after: null, under: null, encoding: 'utf-8' as const, key };
  for await (const dropped of dropChanges(service.database.manager, actor, request)) name = dropped.key;
  const place = join(target, name);
  const check = (pem: string) => runClient(service, command, [...verify, place, join(folder, pem)]);
  const verified = await check('key.pem');
  expect(verified, verified.stderr).toMatchObject({ failed: false });
  for (const file of ['manifest.json', 'report.json', 'report.xml', 'tables.csv', 'report.xlsx'])
    expect(verified.stdout).toContain(`${file} verified`);
  expect((await check('other.pem')).failed).toBe(true);
  const changed = readFileSync(join(place, 'tables.csv'));
  changed[10] = (changed[10] ?? 0) ^ 1;
  writeFileSync(join(place, 'tables.csv'), changed);
  const refused = await check('key.pem');
  expect(refused.failed).toBe(true);
  expect(refused.stdout).not.toContain('tables.csv verified');
}
