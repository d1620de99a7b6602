/**
 * Pulls a season by the feed, pushes a report, verifies a folder that nianbao drop wrote: Node 20, Apollo Client, types
 * by GraphQL Code Generator (graphql-codegen --config codegen.ts).
 *
 * NIANBAO=http://127.0.0.1:4000 NIANBAO_TOKEN=nb_… node client.js follow FOLDER | push REPORT.json | verify FOLDER KEY.pem
 */
import { createPublicKey, verify } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { ChangesDocument, PushDocument } from './generated/graphql.js';

function connect(): ApolloClient {
  const uri = `${process.env['NIANBAO']}/graphql`;
  const headers = { Authorization: `Bearer ${process.env['NIANBAO_TOKEN']}` };
  return new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri, headers }) });
}

/** Killed at any moment, the next run goes on from the cursor that was kept last. */
async function follow(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const client = connect();
  let after = readCursor(folder);
  for (;;) {
    const { data } = await client.query({
      query: ChangesDocument,
      variables: { after, first: 100 },
      fetchPolicy: 'network-only',
    });
    const page = data?.changes;
    if (!page) throw new Error('no answer');
    for (const { kind, agency, report } of page.nodes) {
      console.log(kind, agency.code, report?.year ?? '', report?.version ?? '');
      if (report)
        keep(
          join(folder, `${encodeURIComponent(report.agency.code)}-${report.year}.json`),
          JSON.stringify(report),
        );
    }
    after = page.pageInfo.endCursor ?? after;
    keep(join(folder, 'cursor'), after ?? '');
    if (!page.pageInfo.hasNextPage) return;
  }
}

function readCursor(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'cursor'), 'utf8') || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and renamed: a file is whole or it is not there. */
function keep(file: string, content: string): void {
  writeFileSync(`${file}.part`, content);
  renameSync(`${file}.part`, file);
}

async function push(file: string): Promise<void> {
  const sent = JSON.parse(readFileSync(file, 'utf8')) as {
    agencyCode: string;
    year: number;
    cells: Record<string, string | null>;
  };
  const cells = Object.entries(sent.cells).map(([key, value]) => ({ key, value }));
  const input = { agency: sent.agencyCode, year: sent.year, cells };
  const { data } = await connect().mutate({ mutation: PushDocument, variables: { input } });
  const payload = data?.reportImport;
  for (const { code, path, message } of payload?.userErrors ?? []) console.error(code, path.join('.'), message);
  if (!payload?.report) process.exitCode = 1;
  else console.log(payload.report.status, payload.report.version);
}

/** Trust the key you were given, not the one in the manifest. For SM2 see ../curl/verify.sh. */
function verifyFolder(folder: string, keyFile: string): void {
  const key = createPublicKey(readFileSync(keyFile, 'utf8'));
  const check = (name: string, signature: string) => {
    if (!verify(null, readFileSync(join(folder, name)), key, Buffer.from(signature, 'base64')))
      throw new Error(`${name} was changed, or signed with another key`);
    console.log(name, 'verified');
  };
  check('manifest.json', readFileSync(join(folder, 'manifest.sig'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: { name: string; signature: string }[];
  };
  for (const { name, signature } of manifest.files) check(name, signature);
}

const [command, one = '', other = ''] = process.argv.slice(2);
if (command === 'follow') await follow(one);
else if (command === 'push') await push(one);
else verifyFolder(one, other);
