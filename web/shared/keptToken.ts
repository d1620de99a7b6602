const name = 'nianbao.token';

/** The token of this tab; null when there is none. The playground keeps it under the same name. */
export function keptToken(): string | null {
  return sessionStorage.getItem(name);
}

export function keepToken(token: string): void {
  sessionStorage.setItem(name, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(name);
}
