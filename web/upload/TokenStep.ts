import { find } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import { loadFormNames, type FormNames } from './formNames.js';
import { forgetToken, keepToken, keptToken } from '../shared/keptToken.js';
import { texts } from './texts.js';

/** Step 1: takes the token, tries it out by asking for the forms, keeps it for this tab. */
export class TokenStep {
  private readonly field = find('token', HTMLInputElement);
  private readonly state = find('token-state', HTMLElement);
  private readonly forget = find('forget-token', HTMLButtonElement);

  constructor(
    private readonly withSession: boolean,
    private readonly onForms: (forms: readonly FormNames[]) => void,
  ) {
    find('token-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.use();
    });
    this.field.addEventListener('change', () => void this.use());
    this.field.addEventListener('input', () => this.say('', ''));
    this.forget.addEventListener('click', () => this.clear());
    const kept = keptToken();
    if (kept === null && !withSession) return;
    this.field.value = kept ?? '';
    void this.use();
  }

  /** The token to send. */
  take(): string {
    const token = this.field.value.trim();
    if (token === '' && this.withSession) return '';
    if (token === '') throw new Failure(texts.tokenFirst, 401);
    // Anything else cannot be sent in a header.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new Failure(texts.tokenOdd, 401);
    return token;
  }

  /** The server refused the token. */
  refuse(message: string): void {
    forgetToken();
    this.say('bad', `✘ ${message}`);
    this.field.focus();
    this.field.select();
  }

  private async use(): Promise<void> {
    let token: string | null = null;
    try {
      token = this.take();
      this.say('', texts.tokenChecking);
      const forms = await loadFormNames(token);
      if (token !== this.field.value.trim()) return;
      if (token !== '') keepToken(token);
      this.forget.hidden = false;
      this.say('good', texts.tokenGood);
      this.onForms(forms);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Meanwhile another token may stand in the field.
      if (token !== null && token !== this.field.value.trim()) return;
      this.say('bad', `✘ ${error.status === 401 && token !== null ? texts.tokenWrong : error.message}`);
      if (error.status === 401) forgetToken();
    }
  }

  private clear(): void {
    forgetToken();
    this.field.value = '';
    this.forget.hidden = true;
    this.say('', texts.tokenGone);
    this.field.focus();
  }

  private say(kind: 'good' | 'bad' | '', words: string): void {
    this.state.className = kind;
    this.state.textContent = words;
    this.field.setAttribute('aria-invalid', String(kind === 'bad'));
  }
}
