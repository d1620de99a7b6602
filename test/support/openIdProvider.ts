import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OpenIdProvider {
  readonly issuer: string;
  /** Registers the address people come back to; only then it works. */
  serve(callback: string): void;
  close(): Promise<void>;
}

export const client = { clientId: 'nianbao', clientSecret: 'only-for-this-test-and-long-enough' };

/** A real OpenID provider on this machine, which takes any name and password. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    serve(callback) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.clientId,
            client_secret: client.clientSecret,
            redirect_uris: [callback],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        cookies: { keys: ['only-for-this-test'] },
      });
      server.on('request', provider.callback());
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As much of a browser as signing in needs: cookies by host and path, addresses one after the other. */
export class Wanderer {
  readonly #cookies = new Map<string, { host: string; path: string; pair: string }>();

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address);
    const cookies = [...this.#cookies.values()].filter(
      ({ host, path }) => host === url.host && url.pathname.startsWith(path),
    );
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: cookies.map(({ pair }) => pair).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(url.host, line);
    return response;
  }

  /** Goes on wherever it is sent, until it is sent no further or to an address that begins like this. */
  async follow(address: string, until = '\0'): Promise<{ address: string; response: Response | null }> {
    const response = await this.go(address);
    const next = response.headers.get('location');
    if (next === null) return { address, response };
    const there = new URL(next, address).href;
    return there.startsWith(until) ? { address: there, response: null } : this.follow(there, until);
  }

  cookie(name: string): string | undefined {
    return [...this.#cookies.values()].find(({ pair }) => pair.startsWith(`${name}=`))?.pair;
  }

  #keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    this.#cookies.set(`${host} ${path} ${pair.split('=')[0]}`, { host, path, pair });
  }
}

/** Signs in at the provider and agrees to all it asks; the address it sends back to. */
export async function signInThere(
  browser: Wanderer,
  start: string,
  name: string,
  callback: string,
): Promise<string> {
  let { address } = await browser.follow(start, callback);
  for (const prompt of ['login', 'consent']) {
    if (address.startsWith(callback)) return address;
    const sent = await browser.go(address, { prompt, login: name, password: 'x' });
    const next = new URL(sent.headers.get('location') ?? '', address).href;
    ({ address } = next.startsWith(callback) ? { address: next } : await browser.follow(next, callback));
  }
  return address;
}
