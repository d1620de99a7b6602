import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { Role } from '../../entities/access/Role.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { auditHeads, verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../src/forms/2021.js';
import { nianbao } from '../support/commandLine.js';
import { openEmptyDatabase, serverUrl } from '../support/database.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { registerBelow } from '../support/registerBelow.js';

let folder: string;
let heads: string[];
const data = () => join(folder, 'data');
const backup = () => join(folder, 'backup');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-backup-'));
  const database = await openDatabase({ folder: data() });
  await migrate(database);
  const filing = filingIn(database);
  await registerBelow(database, await filing.register('B1', '备份局'), 'B2');
  await filing.importDrafts([
    draftOf(form2021, validValues(form2021), { year: 2024, agency: 'B1' }),
    draftOf(form2021, validValues(form2021), { year: 2024, agency: 'B2' }),
  ]);
  await filing.correct({ agency: 'B1', year: 2024, changes: [{ key: 'fees.fees.amount', value: '0.732' }] });
  await database.transaction((manager) =>
    createToken(manager, actor, { name: '平台', role: Role.READER, scope: 'B1', expiresAt: null }),
  );
  heads = await auditHeads(database.manager);
  await database.destroy();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], environment: Record<string, string> = { NIANBAO_DATA: data() }) =>
  nianbao(args, environment);

async function headsIn(settings: Parameters<typeof openDatabase>[0]): Promise<string[]> {
  const database = await openDatabase(settings);
  try {
    expect(await verifyAudit(database.manager)).toEqual([]);
    // Numbers that the database gives go on where they were.
    await filingIn(database).register(`N${Math.random()}`);
    return (await auditHeads(database.manager)).filter((head) => heads.includes(head));
  } finally {
    await database.destroy();
  }
}

describe('a backup', { timeout: 300_000 }, () => {
  test('is for nobody else to read, and comes back with every chain as it was', async () => {
    const made = await run(['backup', backup()]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    for (const file of readdirSync(backup(), { recursive: true, withFileTypes: true }))
      expect(statSync(join(file.parentPath, file.name)).mode & 0o077).toBe(0);
    const fresh = join(folder, 'restored');
    const restored = await run(['restore', backup()], { NIANBAO_DATA: fresh });
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(await headsIn({ folder: fresh })).toEqual(heads);
    const again = await run(['restore', backup()], { NIANBAO_DATA: fresh });
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/不是空的.*另建一个空库/)]);
    const twice = await run(['backup', backup()]);
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringMatching(/不是空的.*另选一个/)]);
  });

  test('that is broken, or of another version, is found before anything is written', async () => {
    const manifest = join(backup(), 'manifest.json');
    const whole = readFileSync(manifest, 'utf8');
    const file = join(backup(), 'report_version.ndjson.gz');
    const bytes = readFileSync(file);
    const untouched = join(folder, 'untouched');
    const expectRefusal = async (words: RegExp) => {
      const refused = await run(['restore', backup()], { NIANBAO_DATA: untouched });
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(words)]);
    };
    writeFileSync(file, bytes.subarray(0, bytes.length - 20));
    await expectRefusal(/备份损坏.*report_version/);
    writeFileSync(file, bytes);
    const [upload = ''] = readdirSync(join(backup(), 'uploads'));
    const kept = readFileSync(join(backup(), 'uploads', upload));
    writeFileSync(join(backup(), 'uploads', upload), 'x');
    await expectRefusal(/备份损坏.*uploads/);
    writeFileSync(join(backup(), 'uploads', upload), kept);
    writeFileSync(manifest, whole.replace('"Start1763683200000"', '"Other1"'));
    await expectRefusal(/另一个版本/);
    rmSync(manifest);
    await expectRefusal(/不是完整的备份/);
    writeFileSync(manifest, whole);
    expect(() => readdirSync(untouched)).toThrow('ENOENT');
  });

  test.runIf(serverUrl !== undefined)('goes to PostgreSQL as the embedded database does', async () => {
    const moved = await openEmptyDatabase();
    const url = moved.url ?? '';
    const answer = await run(['move', '--to', url]);
    expect([answer.code, answer.stderr]).toEqual([0, '']);
    expect(await headsIn({ url })).toEqual(heads);
    expect((await run(['move', '--to', url])).stderr).toMatch(/不是空的/);
    const second = join(folder, 'second');
    expect((await run(['backup', second], { DATABASE_URL: url })).stderr).toBe('');
    const restored = await openEmptyDatabase();
    expect((await run(['restore', second], { DATABASE_URL: restored.url ?? '' })).stderr).toBe('');
    expect(await headsIn({ url: restored.url ?? '' })).toEqual(heads);
    await restored.close();
    await moved.close();
  });
});
