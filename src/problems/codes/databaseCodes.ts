import type { CodeTexts } from './codeTexts.js';

/** What is said of the database when it could not do what was asked, though nothing was wrong with that. */
export const databaseCodes = {
  DATABASE_AWAY: {
    severity: 'error',
    meaning: '数据库连不上或中断了',
    cause: '数据库停止、重启、正在主备切换，网络中断，或账号密码不对',
    advice: '按 Retry-After 稍候重试，先看上次的操作有没有保存；一直这样，请管理员检查数据库和 DATABASE_URL',
    english: {
      meaning: 'The database cannot be reached or broke off',
      advice: 'Try again after Retry-After, having looked whether the last change was kept',
    },
  },
  DATABASE_BUSY: {
    severity: 'error',
    meaning: '数据库忙，等锁、等连接或执行超时，这次什么都没有改动',
    cause: '同时办理的人太多，或有人长时间占着锁',
    advice: '按 Retry-After 过几秒再试',
    english: {
      meaning: 'A lock, a connection or a statement of the database took too long; nothing was changed',
      advice: 'Try again after Retry-After',
    },
  },
  DATABASE_READ_ONLY: {
    severity: 'error',
    meaning: '数据库只读，不能保存',
    cause: '连到了备库，正在主备切换，或数据库被设为只读',
    advice: '稍候重试；一直这样，请管理员把 DATABASE_URL 指向主库',
    english: {
      meaning: 'The database takes no changes: a standby, or a fail-over under way',
      advice: 'Try again; if it lasts, point DATABASE_URL at the primary',
    },
  },
  DATABASE_PERMISSION: {
    severity: 'error',
    meaning: '数据库账号缺少权限',
    cause: '表由别的账号建立，或授权被收回',
    advice: '请数据库管理员执行说明里的 GRANT',
    english: {
      meaning: 'The user of the database lacks a permission',
      advice: 'Have the GRANT of the message run by the administrator of the database',
    },
  },
  DATABASE_FULL: {
    severity: 'error',
    meaning: '数据库的磁盘或内存用完了，这次没有保存',
    cause: '磁盘满',
    advice: '请管理员清出空间后重试',
    english: {
      meaning: 'The disk or the memory of the database is full; nothing was kept',
      advice: 'Make room and try again',
    },
  },
  DATABASE_UNSUITABLE: {
    severity: 'error',
    meaning: '数据库不合要求：版本太旧，或编码不是 UTF8',
    cause: 'DATABASE_URL 指到了别的库，或建库时没有写编码',
    advice: '照说明升级或另建一个库',
    english: {
      meaning: 'The database is too old or does not keep UTF-8',
      advice: 'Upgrade it or create another as the message says',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
