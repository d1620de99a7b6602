const name = 'nianbao.import';

/** The import that this tab was following when it was left or loaded anew; null when there is none. */
export function keptImport(): string | null {
  return sessionStorage.getItem(name);
}

export function keepImport(id: string): void {
  sessionStorage.setItem(name, id);
}

export function forgetImport(): void {
  sessionStorage.removeItem(name);
}
