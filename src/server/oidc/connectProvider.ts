import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  type Configuration,
} from 'openid-client';
import type { OidcPromise } from '../../filing/people/oidcRequests.js';
import type { Identity } from '../../filing/people/identities.js';
import type { OidcSettings } from './OidcSettings.js';

/** What the service asks of the provider. */
export interface OidcProvider {
  /** Where the browser goes to sign in there. */
  addressFor(promise: OidcPromise, callback: string): Promise<string>;
  /** Who came back. Throws when it is not who was sent. */
  identityOf(promise: OidcPromise, returned: URL): Promise<Identity>;
}

/** Asks the provider what it offers with the first sign-in: the service starts without it. */
export function connectProvider({ issuer, clientId, clientSecret }: OidcSettings): OidcProvider {
  let found: Promise<Configuration> | null = null;

  function configuration(): Promise<Configuration> {
    const server = new URL(issuer);
    // Closed networks have providers without TLS; the operator names the address.
    const options = server.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
    found ??= discovery(server, clientId, clientSecret, undefined, options);
    // A provider that did not answer is asked again by whoever comes next.
    found.catch(() => (found = null));
    return found;
  }

  return {
    async addressFor({ state, nonce, verifier }, callback) {
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return address.href;
    },
    async identityOf({ state, nonce, verifier }, returned) {
      const tokens = await authorizationCodeGrant(await configuration(), returned, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no identity');
      return { issuer: claims.iss, subject: claims.sub };
    },
  };
}
