import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { undoLastMigration, migrate, isMigrated } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { checks } from '../../src/checks/index.js';
import { operations } from '../../src/rights/operations.js';
import { openEmptyDatabase } from '../support/database.js';

/** Each recipe of docs/architecture.md, followed. The one for a reader is in test/importers/reading/readers.test.ts. */
const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

test('every path that the recipes name is there', () => {
  const [, after = ''] = read('docs/architecture.md').split('## 怎样增加\n');
  const recipes = after.split('\n## ')[0] ?? '';
  const paths = [...recipes.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

describe('a rule', () => {
  test('is one file and one entry in a list', () => {
    const lists = read('src/checks/index.ts') + read('src/checks/prose/index.ts');
    const judging = filesIn('src/checks').flatMap((file) =>
      [...read(file).matchAll(/^export const (\w+)(?:: Check = | = proseCheck\()/gm)].map(
        ([, name = '']) => name,
      ),
    );
    expect(judging.length).toBeGreaterThan(10);
    expect(judging.filter((name) => !new RegExp(`^ {2}${name},$`, 'm').test(lists))).toEqual([]);
    const ids = checks.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('a mutation', () => {
  const mutations = Object.keys(operations)
    .filter((name) => name.startsWith('Mutation.'))
    .map((name) => name.slice('Mutation.'.length));
  const resolvers = filesIn('resolvers').filter((file) => file.endsWith('Resolver.ts'));
  const tests = filesIn('test')
    .filter((file) => file !== 'test/rights/samples.ts')
    .map(read)
    .join('\n');

  test.each(mutations)('%s is one method of one resolver', (mutation) => {
    const declared = resolvers.filter((file) =>
      new RegExp(`^  (?:async )?${mutation}\\(`, 'm').test(read(file)),
    );
    expect(declared).toHaveLength(1);
  });

  test.each(mutations)('%s is called by a test of its own', (mutation) => {
    expect(new RegExp(`\\b${mutation}\\b`).test(tests)).toBe(true);
  });
});

describe('a migration', () => {
  test('is one file, named in the list after all that are older', () => {
    const list = read('src/database/migrations/index.ts');
    const files = filesIn('src/database/migrations').filter((file) => !file.endsWith('/index.ts'));
    expect(files).toHaveLength(migrations.length);
    for (const file of files)
      expect(list).toContain(`'./${file.split('/').at(-1)?.replace(/\.ts$/, '.js')}'`);
    const times = migrations.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    for (const migration of migrations) expect(new migration().name).toBe(migration.name);
  });

  test('goes up on tables that are there and comes down alone', async () => {
    class Holidays9999999999999 implements MigrationInterface {
      readonly name = 'Holidays9999999999999';

      async up(runner: QueryRunner): Promise<void> {
        await runner.query('CREATE TABLE holiday (day date PRIMARY KEY)');
      }

      async down(runner: QueryRunner): Promise<void> {
        await runner.query('DROP TABLE holiday');
      }
    }
    const { dataSource, close } = await openEmptyDatabase({ migrated: true });
    try {
      await migrate(dataSource);
      dataSource.migrations.push(new Holidays9999999999999());
      expect(await isMigrated(dataSource)).toBe(false);
      await migrate(dataSource);
      await dataSource.query(`INSERT INTO holiday VALUES ('2026-01-01')`);
      await undoLastMigration(dataSource);
      await expect(dataSource.query('SELECT * FROM holiday')).rejects.toThrow('holiday');
      dataSource.migrations.pop();
      expect(await isMigrated(dataSource)).toBe(true);
    } finally {
      await close();
    }
  });
});
