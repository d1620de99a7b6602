import { escapedXml } from '../../text/xmlText.js';
import type { Identity } from '../../filing/people/identities.js';

/** Tells whoever came back from the provider, in a browser, that it did not work and what to do. */
export function refusedPage(message: string, identity: Identity | null): string {
  const lines =
    identity === null
      ? ''
      : `<p>签发者：${escapedXml(identity.issuer)}</p><p>标识：${escapedXml(identity.subject)}</p>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>登录没有成功</title></head>
<body><main><h1>登录没有成功</h1><p>${escapedXml(message)}</p>${lines}<p><a href="/">返回登录</a></p></main></body></html>
`;
}
