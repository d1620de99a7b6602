import { Role } from '../../entities/access/Role.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { createAccount, type OfficeToGive } from '../../src/filing/people/createAccount.js';
import { actorNamed } from './actors.js';
import type { Answer, TestServer } from './server.js';

/** Somebody who is signed in, as a browser is: with the cookie and the Origin of the page. */
export interface Browser {
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Answer>;
  /** A request with a JSON body. */
  send(method: string, path: string, body?: object): Promise<Answer>;
}

/** Opens an account; its first password. */
export async function openAccount(
  { database }: Pick<TestServer, 'database'>,
  name: string,
  offices: readonly OfficeToGive[] = [{ role: Role.ADMINISTRATOR, agency: null }],
  { displayName = name, actor = actorNamed('测试') }: { displayName?: string; actor?: Actor } = {},
): Promise<string> {
  const { password } = await database.transaction((manager) =>
    createAccount(manager, actor, { name, displayName, telephone: null, offices }),
  );
  return password;
}

/** POST /session, without a cookie. */
export function tryToSignIn(
  service: Pick<TestServer, 'address' | 'fetch'>,
  name: string,
  password: string,
): Promise<Answer> {
  return service.fetch('/session', {
    method: 'POST',
    headers: { Origin: service.address, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}

export function browserOf(service: Pick<TestServer, 'address' | 'fetch'>, answer: Answer): Browser {
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    cookie,
    fetch: (path, init = {}) =>
      service.fetch(path, { ...init, headers: { Origin: service.address, ...init.headers, Cookie: cookie } }),
    send(method, path, body) {
      if (body === undefined) return this.fetch(path, { method });
      const headers = { 'Content-Type': 'application/json' };
      return this.fetch(path, { method, headers, body: JSON.stringify(body) });
    },
  };
}

/** Signs in with a first password, if it is one, and sets one of her own. */
export async function signInAs(
  service: Pick<TestServer, 'address' | 'fetch'>,
  name: string,
  password: string,
  own = 'Zhengwu-2026',
): Promise<Browser> {
  const browser = browserOf(service, await tryToSignIn(service, name, password));
  if (password === own) return browser;
  const changed = await browser.send('PUT', '/session/password', { old: password, new: own });
  if (changed.status !== 204) throw new Error(changed.text);
  return browser;
}
