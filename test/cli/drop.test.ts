import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { dropChanges, type DroppedChange } from '../../src/cli/drop/dropChanges.js';
import { openSigningKey } from '../../src/cli/drop/openSigningKey.js';
import { readAcknowledgements } from '../../src/cli/drop/readAcknowledgements.js';
import type { DropEncoding } from '../../src/exports/drop/changeFiles.js';
import { newSigningKey, readSigningKey, type SigningAlgorithm } from '../../src/exports/drop/signingKey.js';
import { daysOfDeliveries, forgetDeliveries } from '../../src/filing/deliveries/forgetDeliveries.js';
import { listDeliveries } from '../../src/filing/deliveries/listDeliveries.js';
import { repeatDelivery } from '../../src/filing/deliveries/repeatDelivery.js';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../support/database.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn, type Filing } from '../support/filing.js';
import { nianbao } from '../support/commandLine.js';

let database: TestDatabase;
let filing: Filing;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  await filing.register('410500', '甲市林业局');
  await filing.importDrafts([draftOf(form2021, validValues(form2021, 1), { year: 2024, agency: '410500' })]);
  await filing.correct({
    agency: '410500',
    year: 2024,
    changes: [{ key: 'fees.fees.amount', value: '12.5' }],
  });
});
afterAll(() => database.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function keyOf(algorithm: SigningAlgorithm = 'ed25519') {
  const key = readSigningKey(newSigningKey(algorithm));
  if (!key) throw new Error('no key');
  return key;
}

async function drop(encoding: DropEncoding = 'utf-8', key = keyOf()) {
  const { manager } = database.dataSource;
  const request = { target: folder, after: null, under: null, encoding, key };
  const dropped: DroppedChange[] = [];
  for await (const change of dropChanges(manager, actor, request)) dropped.push(change);
  return dropped;
}

const folders = () => readdirSync(folder).filter((name) => name !== 'acknowledgements');
const bytes = (...path: string[]) => readFileSync(join(folder, ...path));

interface Manifest {
  readonly key: string;
  readonly version: number;
  readonly previousVersion: number | null;
  readonly signature: Record<string, string>;
  readonly files: readonly { name: string; bytes: number; sha256: string; signature: string }[];
}
const manifestOf = (name: string) => JSON.parse(bytes(name, 'manifest.json').toString()) as Manifest;

const log = async () => {
  const filter = { channels: null, states: null, webhook: null };
  const page = await listDeliveries(database.dataSource.manager, actor, { first: 200, filter });
  return page.items.map(({ item }) => item).filter(({ target }) => target === folder);
};

/** By OpenSSL, which knows nothing of us. */
function openssl(
  name: string,
  file: string,
  {
    signature,
    publicKey,
    more,
  }: { readonly signature: string; readonly publicKey: string; readonly more: string[] },
): string {
  writeFileSync(join(folder, 'key.pub'), publicKey);
  writeFileSync(join(folder, 'signature'), Buffer.from(signature, 'base64'));
  const given = ['pkeyutl', '-verify', '-pubin', '-inkey', join(folder, 'key.pub'), '-rawin', ...more];
  return execFileSync(
    'openssl',
    [...given, '-in', join(folder, name, file), '-sigfile', join(folder, 'signature')],
    { encoding: 'utf8' },
  );
}

test('each change is a folder of its own, as the report was then; the next drop goes on from there', async () => {
  expect((await drop()).map(({ key }) => key)).toEqual([
    '000000000001-AGENCY_REGISTERED-410500',
    '000000000002-VERSION-410500-2024-1',
    '000000000003-VERSION-410500-2024-2',
  ]);
  const [registered = '', first = '', second = ''] = folders();
  expect(readdirSync(join(folder, registered)).sort()).toEqual([
    'agency.json',
    'manifest.json',
    'manifest.sig',
  ]);
  expect(manifestOf(second)).toMatchObject({
    ...{ key: second, kind: 'VERSION', agency: '410500', agencyName: '甲市林业局', year: 2024 },
    ...{ version: 2, previousVersion: 1, status: 'DRAFT' },
  });
  expect(manifestOf(first)).toMatchObject({ version: 1, previousVersion: null });
  const amount = (name: string) =>
    (JSON.parse(bytes(name, 'report.json').toString()) as { cells: Record<string, string> }).cells[
      'fees.fees.amount'
    ];
  expect(amount(second)).toBe('12.5');
  expect(amount(first)).not.toBe('12.5');
  expect(bytes(second, 'report.xml').toString()).toContain('<cell key="fees.fees.amount">12.5</cell>');
  const { files } = manifestOf(second);
  expect(files.map(({ name }) => name)).toEqual(['report.json', 'report.xml', 'tables.csv', 'report.xlsx']);
  for (const { name, sha256, bytes: length } of files) {
    const content = bytes(second, name);
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([length, sha256]);
  }
  expect(await drop()).toEqual([]);
});

describe('signatures are over the exact bytes, and OpenSSL agrees', () => {
  test('Ed25519', async () => {
    await drop();
    const name = folders()[1] ?? '';
    const { signature, files } = manifestOf(name);
    expect(signature).toMatchObject({ algorithm: 'Ed25519', encoding: 'RAW' });
    const key = createPublicKey(signature['publicKey'] ?? '');
    for (const file of files) {
      const content = bytes(name, file.name);
      expect(verify(null, content, key, Buffer.from(file.signature, 'base64'))).toBe(true);
      content[0] = (content[0] ?? 0) ^ 1;
      expect(verify(null, content, key, Buffer.from(file.signature, 'base64'))).toBe(false);
    }
    const whole = bytes(name, 'manifest.sig').toString();
    expect(
      openssl(name, 'manifest.json', { signature: whole, publicKey: signature['publicKey'] ?? '', more: [] }),
    ).toContain('Successfully');
  });

  test('SM2 with SM3', async () => {
    await drop('utf-8', keyOf('sm2'));
    const name = folders()[1] ?? '';
    const { signature, files } = manifestOf(name);
    expect(signature).toMatchObject({
      ...{ algorithm: 'SM2-SM3', encoding: 'DER', userId: '1234567812345678' },
    });
    const publicKey = signature['publicKey'] ?? '';
    const by = (userId: string) => ['-digest', 'sm3', '-pkeyopt', `distid:${userId}`];
    const own = by('1234567812345678');
    for (const file of files)
      expect(openssl(name, file.name, { signature: file.signature, publicKey, more: own })).toContain(
        'Successfully',
      );
    const whole = bytes(name, 'manifest.sig').toString();
    expect(openssl(name, 'manifest.json', { signature: whole, publicKey, more: own })).toContain(
      'Successfully',
    );
    expect(() =>
      openssl(name, 'manifest.json', { signature: whole, publicKey, more: by('8765432187654321') }),
    ).toThrow();
    expect(() => openssl(name, 'report.json', { signature: whole, publicKey, more: own })).toThrow();
  });

  test('a key made by OpenSSL signs too, in both ways of writing it; what is no key is none', () => {
    const make = (...given: string[]) => execFileSync('openssl', given, { encoding: 'utf8', stdio: 'pipe' });
    const pkcs8 = make('genpkey', '-algorithm', 'SM2');
    writeFileSync(join(folder, 'key'), pkcs8);
    const sec1 = make('ec', '-in', join(folder, 'key'));
    const open = make('pkey', '-in', join(folder, 'key'), '-pubout');
    for (const text of [pkcs8, sec1]) expect(readSigningKey(text)?.publicKey).toBe(open);
    expect(readSigningKey(make('genpkey', '-algorithm', 'ed25519'))?.scheme.algorithm).toBe('Ed25519');
    expect(readSigningKey(make('genpkey', '-algorithm', 'x25519'))).toBeNull();
    expect(readSigningKey('不是私钥')).toBeNull();
  });
});

test('GB18030: XML and CSV are written in it; what it cannot hold is named, kept in the log and written later', async () => {
  await drop('gb18030');
  const [, name = ''] = folders();
  expect(bytes(name, 'report.xml').toString('latin1')).toMatch(/^<\?xml version="1.0" encoding="GB18030"\?>/);
  expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes(name, 'tables.csv'))).toContain('自然人');
  const sections = [{ id: 'otherMatters', title: '六、其他需要报告的事项', text: '造字\uE78D。' }];
  await filing.importDrafts([
    draftOf(form2021, validValues(form2021, 2), { year: 2023, agency: '410500', sections }),
  ]);
  const [refused] = await drop('gb18030');
  expect(refused).toMatchObject({ refused: expect.stringContaining('U+E78D') });
  expect(folders()).not.toContain(refused?.key);
  const [failed] = await log();
  expect(failed).toMatchObject({ state: 'FAILED', key: refused?.key });
  expect(failed?.receipt).toContain('U+E78D');
  await database.dataSource.transaction((manager) => repeatDelivery(manager, actor, failed?.id ?? ''));
  expect((await drop()).map(({ key }) => key)).toEqual([refused?.key]);
  expect((await log())[0]).toMatchObject({
    ...{ state: 'DELIVERED', attempts: [{ number: 1 }, { number: 2, answer: '已写出' }] },
  });
});

test('receipts are read back; what is none, or of another folder, stays and is told', async () => {
  const [, dropped, other] = await drop();
  const place = join(folder, 'acknowledgements');
  mkdirSync(place, { recursive: true });
  const lay = (name: string, content: unknown) =>
    writeFileSync(join(place, name), typeof content === 'string' ? content : JSON.stringify(content));
  lay('1.json', { key: dropped?.key, status: 'ACCEPTED', message: '已入库，流水号 88' });
  lay('2.json', { key: other?.key, status: 'REJECTED', message: '签名不符' });
  lay('3.json', { key: '000000000099-VERSION', status: 'ACCEPTED' });
  lay('4.json', '{ 半截');
  const { read, left } = await readAcknowledgements(database.dataSource.manager, folder);
  expect([read, left]).toEqual([2, ['3.json 说的“000000000099-VERSION”没有写出过', '4.json 不是回执']]);
  expect(readdirSync(place).sort()).toEqual(['3.json', '4.json', 'read']);
  const deliveries = new Map((await log()).map((each) => [each.key, each]));
  expect(deliveries.get(dropped?.key ?? '')).toMatchObject({
    state: 'ACKNOWLEDGED',
    receipt: '已入库，流水号 88',
  });
  expect(deliveries.get(other?.key ?? '')).toMatchObject({ state: 'REJECTED', receipt: '签名不符' });
});

test('a receipt of a system that writes GB18030, also as the name of its file, is read', async () => {
  const [dropped] = await drop();
  const place = join(folder, 'acknowledgements');
  mkdirSync(place, { recursive: true });
  const named = (name: string) => Buffer.concat([Buffer.from(`${place}/`), iconv.encode(name, 'gb18030')]);
  const said = JSON.stringify({ key: dropped?.key, status: 'REJECTED', message: '验签不过，请重送' });
  writeFileSync(named('回执一.json'), iconv.encode(said, 'gb18030'));
  writeFileSync(named('回执二.json'), '不是');
  mkdirSync(named('文件夹.json'));
  const { read, left } = await readAcknowledgements(database.dataSource.manager, folder);
  expect([read, [...left].sort()]).toEqual([1, ['回执二.json 不是回执', '文件夹.json 不是回执']]);
  expect((await log()).find(({ key }) => key === dropped?.key)?.receipt).toBe('验签不过，请重送');
  expect(readdirSync(join(place, 'read'), 'buffer')).toEqual([iconv.encode('回执一.json', 'gb18030')]);
});

test('several that begin at once without a key all sign with the same', async () => {
  const file = join(folder, 'new', 'signing-key.pem');
  const opened = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(file, 'ed25519')));
  expect(new Set(opened.map(({ publicKey }) => publicKey))).toEqual(
    new Set([readFileSync(`${file}.pub`, 'utf8')]),
  );
  expect(readdirSync(join(folder, 'new')).sort()).toEqual(['signing-key.pem', 'signing-key.pem.pub']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('several drops into one folder at the same time: every change once', async () => {
  const all = await Promise.all([drop(), drop(), drop(), drop()]);
  const keys = all.flat().map(({ key }) => key);
  expect(keys.toSorted()).toEqual(folders().toSorted());
  expect(new Set(keys).size).toBe(keys.length);
  expect((await log()).map(({ attempts }) => attempts.length)).toEqual(keys.map(() => 1));
});

// An embedded database is opened by one process alone.
test.runIf(serverUrl)(
  'several processes that drop into one folder: every change once',
  async () => {
    const list = join(folder, '机关.csv');
    const codes = Array.from({ length: 60 }, (_, index) => `D${index},第${index}局`);
    writeFileSync(list, ['机关代码,机关名称', ...codes].join('\n'));
    const environment = { NIANBAO_DATA: join(folder, 'data'), DATABASE_URL: database.url ?? '' };
    expect((await nianbao(['agencies', 'import', list], environment)).code).toBe(0);
    const target = join(folder, 'out');
    const all = await Promise.all([1, 2, 3].map(() => nianbao(['drop', '--to', target], environment)));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    const written = all.map(({ stderr }) => Number(/写出 (\d+) 次变化/.exec(stderr)?.[1]));
    const dropped = readdirSync(target).filter((name) => name !== 'acknowledgements');
    expect(dropped.length).toBeGreaterThan(codes.length);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(dropped.length);
  },
  60_000,
);

test('what was delivered long ago goes from the log, but never how far a folder has come', async () => {
  const { manager } = database.dataSource;
  const dropped = await drop();
  await forgetDeliveries(manager, new Date(Date.now() + (daysOfDeliveries + 1) * 86_400_000));
  expect((await log()).map(({ key }) => key)).toEqual([dropped.at(-1)?.key]);
  expect(await drop()).toEqual([]);
});

test('nianbao drop as people run it', async () => {
  const data = join(folder, 'data');
  const target = join(folder, 'out');
  const environment = { NIANBAO_DATA: data };
  const list = join(folder, '机关.csv');
  writeFileSync(list, '机关代码,机关名称\n410500,甲市林业局\n410600,乙市林业局\n');
  expect((await nianbao(['agencies', 'import', list], environment)).code).toBe(0);
  const first = await nianbao(['drop', '--to', target, '--algorithm', 'sm2'], environment);
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('写出 2 次变化')]);
  expect(readdirSync(target).sort()).toEqual([
    '000000000001-AGENCY_REGISTERED-410500',
    '000000000002-AGENCY_REGISTERED-410600',
    'acknowledgements',
  ]);
  expect(readFileSync(join(data, 'signing-key.pem.pub'), 'utf8')).toContain('BEGIN PUBLIC KEY');
  const again = await nianbao(['drop', '--to', target, '--after', first.stdout.trim()], environment);
  expect([again.code, again.stdout]).toEqual([0, first.stdout]);
  const wrong = await nianbao(['drop', '--to', target, '--after', 'x'], environment);
  expect([wrong.code, wrong.stderr]).toEqual([expect.any(Number), expect.stringContaining('游标')]);
  expect(wrong.code).not.toBe(0);
}, 240_000);
