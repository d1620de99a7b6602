import { z } from 'zod';
import type { DatabaseSettings } from '../database/dataSource.js';
import { usualServer, type ServerSettings } from '../database/ServerSettings.js';
import type { StandbySettings } from '../database/standbys/Standbys.js';
import type { OidcSettings } from '../server/oidc/OidcSettings.js';
import { trustedProxy } from './trustedProxy.js';
import { Failure } from './Failure.js';

function whole(least: number, most: number) {
  const range = `应为 ${least} 至 ${most} 的整数`;
  return z.coerce.number(range).int(range).min(least, range).max(most, range);
}

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头')
    .optional(),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头')
    .optional(),
  NIANBAO_DATA: z.string().default('data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('应为 0 至 65535 的整数')
    .int('应为整数')
    .min(0, '应为 0 至 65535')
    .max(65_535, '应为 0 至 65535')
    .default(4000),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      '应为 debug、info、warn、error 或 silent',
    )
    .default('info'),
  NIANBAO_READERS: z.coerce
    .number('应为 1 至 64 的整数')
    .int('应为整数')
    .min(1, '应为 1 至 64')
    .max(64, '应为 1 至 64')
    .optional(),
  NIANBAO_RATE: z.coerce
    .number('应为不小于 0 的整数')
    .int('应为整数')
    .min(0, '应为不小于 0 的整数')
    .default(6_000),
  NIANBAO_POOL: whole(2, 200).optional(),
  NIANBAO_READ_LAG: whole(1, 600).default(5),
  NIANBAO_LOCK_TIMEOUT: whole(1, 600).optional(),
  NIANBAO_STATEMENT_TIMEOUT: whole(1, 3_600).optional(),
  NIANBAO_PGBOUNCER: z.enum(['true', 'false'], '应为 true 或 false').default('false'),
  NIANBAO_TRUST_PROXY: z.string().default('false'),
  NIANBAO_OIDC_ISSUER: z.url('应为网址').optional(),
  NIANBAO_OIDC_CLIENT_ID: z.string().optional(),
  NIANBAO_OIDC_CLIENT_SECRET: z.string().optional(),
  NIANBAO_OIDC_CALLBACK: z.url('应为网址').optional(),
  NIANBAO_WEBHOOK_TARGETS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .pipe(z.array(z.url({ protocol: /^https?$/, error: '应为网址，逗号隔开，例如 https://省平台/hooks' })))
    .default([]),
  NIANBAO_SEPARATE_DUTIES: z.enum(['true', 'false'], '应为 true 或 false').default('false'),
});

export const settingNames: readonly string[] = Object.keys(environment.shape);

export type Settings = ReturnType<typeof readSettings>;

/** What the environment says; a variable set to nothing counts as not set. */
export function readSettings(variables: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Failure(`环境变量 ${issue?.path.join('.')} 不对：${issue?.message}`);
  }
  const { data } = parsed;
  const database: DatabaseSettings =
    data.DATABASE_URL === undefined
      ? { folder: data.NIANBAO_DATA }
      : { url: data.DATABASE_URL, server: serverSettings(data) };
  if (data.DATABASE_READ_URL !== undefined && data.DATABASE_URL === undefined)
    throw new Failure('设了 DATABASE_READ_URL（备库），没有设 DATABASE_URL（主库）。请两个都设，或都不设。');
  return {
    database,
    standbys: standbySettings(data),
    folder: data.NIANBAO_DATA,
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    readers: data.NIANBAO_READERS,
    requestsPerMinute: data.NIANBAO_RATE,
    trustProxy: trustedProxy(data.NIANBAO_TRUST_PROXY),
    separateDuties: data.NIANBAO_SEPARATE_DUTIES === 'true',
    oidc: oidcSettings(data),
    webhooks: { targets: data.NIANBAO_WEBHOOK_TARGETS },
  };
}

function standbySettings(data: z.infer<typeof environment>): StandbySettings | null {
  const { DATABASE_READ_URL: url, NIANBAO_READ_LAG: lagSeconds } = data;
  return url === undefined ? null : { url, lagSeconds, server: serverSettings(data) };
}

function serverSettings(data: z.infer<typeof environment>): Omit<ServerSettings, 'url'> {
  return {
    connections: data.NIANBAO_POOL ?? usualServer.connections,
    lockSeconds: data.NIANBAO_LOCK_TIMEOUT ?? usualServer.lockSeconds,
    statementSeconds: data.NIANBAO_STATEMENT_TIMEOUT ?? usualServer.statementSeconds,
    pooler: data.NIANBAO_PGBOUNCER === 'true',
  };
}

/** All three, or none: half a provider lets nobody in. */
function oidcSettings({
  NIANBAO_OIDC_ISSUER: issuer,
  NIANBAO_OIDC_CLIENT_ID: clientId,
  NIANBAO_OIDC_CLIENT_SECRET: clientSecret,
  NIANBAO_OIDC_CALLBACK: callback,
}: z.infer<typeof environment>): OidcSettings | null {
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret, callback: callback ?? null };
  throw new Failure(
    '统一身份登录要同时设 NIANBAO_OIDC_ISSUER、NIANBAO_OIDC_CLIENT_ID、NIANBAO_OIDC_CLIENT_SECRET 三个环境变量。',
  );
}
