import { DatabaseUnsuitable } from './DatabaseUnsuitable.js';

type TroubleCode =
  | 'DATABASE_AWAY'
  | 'DATABASE_BUSY'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_PERMISSION'
  | 'DATABASE_FULL'
  | 'DATABASE_UNSUITABLE';

/** Why the database could not do what it was asked for, though nothing was wrong with what was asked. */
export interface DatabaseTrouble {
  readonly code: TroubleCode;
  /** One sentence with what to do. */
  readonly message: string;
  /** After how many seconds to try again. */
  readonly retryAfterSeconds: number;
}

export const noAnswer = trouble(
  'DATABASE_AWAY',
  5,
  '数据库暂时连不上，请稍候重试（先看上次的操作有没有保存）；一直这样，请管理员检查 PostgreSQL 是否在运行、DATABASE_URL 是否正确。',
);
const busy = trouble(
  'DATABASE_BUSY',
  2,
  '数据库忙，这次没有办成，什么都没有改动；请过几秒再试，一直这样，请管理员查看是谁长时间占着锁（SELECT * FROM pg_stat_activity）。',
);
export const readOnlyNow = trouble(
  'DATABASE_READ_ONLY',
  5,
  '数据库现在只读（可能连到了备库，或正在主备切换），不能保存，请稍候重试；一直这样，请管理员把 DATABASE_URL 指向主库，或执行 ALTER DATABASE 库名 SET default_transaction_read_only = off。',
);
const full = trouble(
  'DATABASE_FULL',
  60,
  '磁盘或数据库的内存用完了，这次没有保存；请管理员清出空间（备份、日志移到别的磁盘）后重试。',
);
const refused = trouble(
  'DATABASE_AWAY',
  30,
  '数据库不接受登录：账号、密码或库名不对，或不允许从这台机器连接；请管理员核对 DATABASE_URL，并检查 pg_hba.conf。',
);
const crowded = trouble(
  'DATABASE_BUSY',
  5,
  '数据库的连接已用完，请稍候重试；一直这样，请管理员调大 max_connections，或把 NIANBAO_POOL 设小。',
);

/** By SQLSTATE, or by the name Node gives to what went wrong on the way. */
const byCode: Readonly<Record<string, DatabaseTrouble>> = {
  '55P03': busy,
  '57014': busy,
  '40001': busy,
  '40P01': busy,
  '25P03': busy,
  '25P04': busy,
  '25006': readOnlyNow,
  '53100': full,
  '53200': full,
  ENOSPC: full,
  '53300': crowded,
  '28P01': refused,
  '28000': refused,
  '3D000': refused,
  '57P01': noAnswer,
  '57P02': noAnswer,
  '57P03': noAnswer,
  '57P05': noAnswer,
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ENOTFOUND: noAnswer,
  EAI_AGAIN: noAnswer,
  ETIMEDOUT: noAnswer,
  EPIPE: noAnswer,
};

/** What `pg` and TypeORM say without a code. */
const bySentence: readonly (readonly [RegExp, DatabaseTrouble])[] = [
  [/^timeout exceeded when trying to connect$/, busy],
  [/^数据库忙，/, busy],
  [/^Connection terminated/, noAnswer],
  [/^Query read timeout$/, noAnswer],
  [/^Client has encountered a connection error/, noAnswer],
  [/^Client was closed and is not queryable$/, noAnswer],
  [/^Query runner already released/, noAnswer],
  [/^The server does not support SSL connections$/, refused],
];

let connectedAs = '数据库账号';

/** Whose permissions are asked for: a process connects as one user. */
export function nameUser(name: string): void {
  connectedAs = name;
}

/** null when the error says nothing about the state of the database: a fault of the program, or of the request. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DatabaseUnsuitable) return trouble('DATABASE_UNSUITABLE', 60, error.message);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '42501') return permissionMissing(error.message);
  // A socket of PostgreSQL that is not there; any other file that is missing is not the database's.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return noAnswer;
  const known = byCode[code] ?? (code.startsWith('08') ? noAnswer : undefined);
  if (known) return known;
  return bySentence.find(([sentence]) => sentence.test(error.message))?.[1] ?? null;
}

/** The grant that is missing, to be run as it stands. */
export function permissionMissing(said: string): DatabaseTrouble {
  const [, kind = '', name = ''] = /\b(schema|sequence|table|view|function) "?([^\s"]+)"?/.exec(said) ?? [];
  const grants: Readonly<Record<string, string>> = {
    schema: `GRANT USAGE, CREATE ON SCHEMA ${name} TO "${connectedAs}"`,
    sequence: `GRANT USAGE, SELECT ON SEQUENCE ${name} TO "${connectedAs}"`,
    function: `GRANT EXECUTE ON FUNCTION ${name} TO "${connectedAs}"`,
  };
  const grant =
    grants[kind] ??
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name === '' ? 'ALL TABLES IN SCHEMA public' : name} TO "${connectedAs}"`;
  return trouble(
    'DATABASE_PERMISSION',
    60,
    `数据库账号 ${connectedAs} 缺少权限（${said}），请数据库管理员执行：${grant}；然后重试。`,
  );
}

function trouble(code: DatabaseTrouble['code'], retryAfterSeconds: number, message: string): DatabaseTrouble {
  return { code, message, retryAfterSeconds };
}
