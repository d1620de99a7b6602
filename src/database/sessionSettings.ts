import type { ServerSettings } from './ServerSettings.js';

/** As columns of a SELECT: for a session, or for one transaction of it. */
export function sessionSettings(
  { lockSeconds, statementSeconds }: Pick<ServerSettings, 'lockSeconds' | 'statementSeconds'>,
  local = false,
): string {
  const settings = {
    lock_timeout: `${lockSeconds}s`,
    statement_timeout: `${statementSeconds}s`,
    datestyle: 'ISO, YMD',
    // Compiling takes longer than every statement here, whatever the estimates say.
    jit: 'off',
    ...(local
      ? { transaction_isolation: 'read committed' }
      : { default_transaction_isolation: 'read committed', idle_in_transaction_session_timeout: '300s' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', ${local})`)
    .join(', ');
}
