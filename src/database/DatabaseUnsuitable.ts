/** The server answers, but is not one that reports can be kept in: said in a sentence. */
export class DatabaseUnsuitable extends Error {
  override readonly name = 'DatabaseUnsuitable';
}

/** What a server says of itself. */
export interface ServerFacts {
  /** 150018 */
  readonly version: number;
  readonly encoding: string;
  readonly dateStyle: string;
}

const oldest = 15;

/** Throws when the server is too old, or keeps text that is not UTF-8. */
export function requireSuitable({ version, encoding, dateStyle }: ServerFacts): void {
  const major = Math.floor(version / 10_000);
  if (major < oldest)
    throw new DatabaseUnsuitable(
      `数据库是 PostgreSQL ${major}，太旧：需要 ${oldest} 至 18。请升级数据库，或把 DATABASE_URL 改为新版本的数据库。`,
    );
  if (encoding !== 'UTF8')
    throw new DatabaseUnsuitable(
      `数据库的编码是 ${encoding}，存不下全部汉字：需要 UTF8。请另建一个库（CREATE DATABASE nianbao ENCODING 'UTF8' TEMPLATE template0），并把 DATABASE_URL 改为它。`,
    );
  if (!dateStyle.startsWith('ISO'))
    throw new DatabaseUnsuitable(
      `数据库账号的日期格式是 ${dateStyle}：需要 ISO。请执行 ALTER ROLE CURRENT_USER SET datestyle = 'ISO, YMD' 后重新启动。`,
    );
}
