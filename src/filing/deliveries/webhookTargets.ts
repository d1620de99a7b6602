import { Refusal } from '../refusal.js';

/**
 * The address as it will be asked, when it is on the administrator's list: the service asks no other host for
 * anything. WEBHOOK_TARGET_FORBIDDEN.
 */
export function requireAllowedTarget(given: string, allowed: readonly string[]): string {
  const url = given.length <= 1000 && URL.canParse(given) ? new URL(given) : null;
  if (!url || !isWeb(url) || url.username !== '' || url.password !== '')
    throw new Refusal(
      'INVALID_REQUEST',
      '地址应以 http:// 或 https:// 开头，不含账号和密码，不超过 1000 字。',
      ['url'],
    );
  url.hash = '';
  if (allowed.some((target) => isBelow(url, new URL(target)))) return url.href;
  throw new Refusal(
    'WEBHOOK_TARGET_FORBIDDEN',
    allowed.length === 0
      ? '这个服务还没有允许任何通知地址。请运行服务的人设置 NIANBAO_WEBHOOK_TARGETS 后重启。'
      : `“${url.origin}”不在允许的名单里。请核对地址，或请运行服务的人把它加入 NIANBAO_WEBHOOK_TARGETS 后重启。`,
    ['url'],
  );
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** `https://a/b` allows `https://a/b` and `https://a/b/c`, not `https://a/bc`. */
function isBelow(url: URL, target: URL): boolean {
  const folder = target.pathname.endsWith('/') ? target.pathname : `${target.pathname}/`;
  return url.origin === target.origin && `${url.pathname}/`.startsWith(folder);
}
