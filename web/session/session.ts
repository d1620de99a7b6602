import { computed, ref, shallowRef } from 'vue';
import { WhoDocument, type WhoQuery } from '../graphql/graphql.js';
import { ask, query } from '../shared/ask.js';
import { Failure } from '../shared/Failure.js';
import { forgetToken, keepToken, keptToken } from '../shared/keptToken.js';

/**
 * Whether somebody has signed in, as far as this tab knows: the cookie itself cannot be read by scripts.
 * `unknown` until the server was asked.
 */
export const signedIn = ref<'unknown' | 'yes' | 'no'>('unknown');
export const withToken = ref(keptToken() !== null);
export const isSignedIn = computed(() => signedIn.value === 'yes');

/** Who has signed in; null while nobody has. */
export const viewer = shallowRef<WhoQuery['viewer'] | null>(null);

/** Whether whoever has signed in may do at least one of these, as the server says: `Query.reports`. */
export function may(...operations: readonly string[]): boolean {
  return operations.some((operation) => viewer.value?.operations.includes(operation));
}

export function sessionEnded(): void {
  viewer.value = null;
  signedIn.value = 'no';
}

const json = { 'Content-Type': 'application/json' };

/** What the server said to a name and a password. */
export type SignInAnswer = 'SIGNED_IN' | 'PASSWORD_CHANGE_REQUIRED';

/** 登录. A first or reset password lets nobody further than to a password of one's own. */
export async function signIn(name: string, password: string): Promise<SignInAnswer> {
  forgetToken();
  withToken.value = false;
  await ask('session', '', { method: 'POST', headers: json, body: JSON.stringify({ name, password }) });
  return lookWhetherSignedIn();
}

/** Whether this server also takes the identities of another system (统一身份). */
export async function takesOtherIdentities(): Promise<boolean> {
  const answer: { readonly oidc?: boolean } = await (await ask('session', '')).json();
  return answer.oidc === true;
}

export async function changePassword(old: string, changed: string): Promise<void> {
  const body = JSON.stringify({ old, new: changed });
  await ask('session/password', '', { method: 'PUT', headers: json, body });
  await lookWhetherSignedIn();
}

/** With a token, as machines do it: kept for this tab only. */
export async function signInWithToken(token: string): Promise<void> {
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Failure('令牌里有不该有的字符，请重新复制。', 401);
  await askWho(token);
  keepToken(token);
  withToken.value = true;
  signedIn.value = 'yes';
}

/** For which of one's offices one acts from now on. */
export async function actFor(office: string): Promise<void> {
  await ask('session/office', '', { method: 'PUT', headers: json, body: JSON.stringify({ office }) });
  await lookWhetherSignedIn();
}

export async function signOut(): Promise<void> {
  if (keptToken() === null) await ask('session', '', { method: 'DELETE', headers: json, body: '{}' });
  forgetToken();
  withToken.value = false;
  sessionEnded();
}

/** Asks the server once; a wrong or old cookie is no failure here. */
export async function lookWhetherSignedIn(): Promise<SignInAnswer> {
  const token = keptToken();
  try {
    await askWho(token ?? '');
    signedIn.value = 'yes';
    return 'SIGNED_IN';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // Meanwhile another token may have been given.
    if (error.status === 401 && keptToken() === token) {
      forgetToken();
      withToken.value = false;
    }
    signedIn.value = 'no';
    if (error.status === 403) return 'PASSWORD_CHANGE_REQUIRED';
    if (error.status === 401) return 'SIGNED_IN';
    throw error;
  }
}

async function askWho(token: string): Promise<void> {
  viewer.value = (await query<WhoQuery>(String(WhoDocument), token)).viewer;
}
