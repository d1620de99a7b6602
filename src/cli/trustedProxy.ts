import { isIP } from 'node:net';
import { Failure } from './Failure.js';

const advice =
  '请写反向代理有几层（例如 1），或它们的地址（例如 127.0.0.1 或 10.0.0.0/8，几个用逗号隔开）；没有反向代理时写 false';

/** Whose X-Forwarded-For is believed: of so many proxies before the service, or of those at these addresses. */
export function trustedProxy(given: string): false | number | string[] {
  const text = given.trim();
  if (text === 'false') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  if (text === 'true')
    throw new Failure(
      `环境变量 NIANBAO_TRUST_PROXY 不能再写 true：那样谁都可以冒充别的地址，留痕里的地址就不可信。${advice}。`,
    );
  const addresses = text.split(',').map((each) => each.trim());
  const wrong = addresses.find((each) => !isAddress(each));
  if (wrong === undefined) return addresses;
  throw new Failure(`环境变量 NIANBAO_TRUST_PROXY 不对：“${wrong}”不是地址。${advice}。`);
}

/** 10.0.0.1, 10.0.0.0/8, ::1 */
function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
