import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { ReaderPoolSettings } from '../../importers/worker/readerPool.js';
import { registerAgency } from '../../src/filing/agencies/registerAgency.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { startService, type ServiceSettings } from '../../src/server/startService.js';
import { openTestDatabase } from './database.js';
import { actorNamed, administratorToken } from './actors.js';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A real service on a free port, with a database of its own and a token. */
export interface TestServer {
  readonly address: string;
  readonly server: FastifyInstance;
  readonly database: DataSource;
  readonly token: string;
  /** With the token, unless other headers are given. */
  fetch(path: string, init?: RequestInit): Promise<Answer>;
  graphql(query: string, variables?: object): Promise<Json>;
  /** POST /imports: fields and files in the order given. */
  upload(parts: readonly UploadPart[], headers?: Record<string, string>): Promise<Answer>;
  register(code: string, name: string, aliases?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export type UploadPart =
  | { readonly field: string; readonly value: string }
  | { readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> | string };

export async function startTestServer(
  pool?: ReaderPoolSettings,
  settings: Partial<ServiceSettings> = {},
): Promise<TestServer> {
  const { dataSource, close } = await openTestDatabase();
  return serveDatabase(dataSource, close, { pool, ...settings });
}

/** The same on a database that is open already. */
export async function serveDatabase(
  dataSource: DataSource,
  close: () => Promise<void>,
  settings: Partial<ServiceSettings> = {},
  tokenName = '测试',
): Promise<TestServer> {
  const { token } = await dataSource.transaction((manager) =>
    createToken(manager, actorNamed('测试'), administratorToken(tokenName)),
  );
  const service = await startService(dataSource, {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    requestsPerMinute: 0,
    trustProxy: false,
    ...settings,
  });
  const authorization = { Authorization: `Bearer ${token}` };

  async function fetchPath(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(service.address + path, { headers: authorization, ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    address: service.address,
    server: service.server,
    database: dataSource,
    token,
    fetch: fetchPath,
    async graphql(query, variables = {}) {
      const { text } = await fetchPath('/graphql', {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return JSON.parse(text) as Json;
    },
    upload(parts, headers = {}) {
      const body = new FormData();
      for (const part of parts)
        if ('field' in part) body.append(part.field, part.value);
        else body.append('files', new Blob([part.bytes]), part.file);
      return fetchPath('/imports', { method: 'POST', headers: { ...authorization, ...headers }, body });
    },
    async register(code, name, aliases = []) {
      await dataSource.transaction((manager) =>
        registerAgency(manager, actorNamed('测试'), { code, name, aliases }),
      );
    },
    async close() {
      await service.close();
      await close();
    },
  };
}

/** A value inside JSON: `at(answer, 'files', 0, 'status')`. */
export function at(json: Json | undefined, ...path: (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value.at(step) : undefined;
    return typeof value === 'object' && value !== null ? value[step] : undefined;
  }, json);
}

export function json({ text }: Answer): Json {
  return JSON.parse(text) as Json;
}
