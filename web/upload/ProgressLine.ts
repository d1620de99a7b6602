import { find } from '../shared/element.js';

/** The bar below the form, with what is being done and a button to call it off. */
export class ProgressLine {
  private readonly cancel = find('cancel', HTMLButtonElement);
  private readonly bar = find('progress', HTMLProgressElement);
  private readonly state = find('upload-state', HTMLElement);

  /** Says what is done. `share` is 0 to 1; null while nobody knows how much there is to do. */
  tell(words: string, share: number | null): void {
    // Said again it would be read out again.
    if (this.state.textContent !== words) this.state.textContent = words;
    this.bar.setAttribute('aria-valuetext', words);
    if (share === null) this.bar.removeAttribute('value');
    else this.bar.value = share * 100;
  }

  /** What the button does now. */
  onCancel(act: () => void): void {
    this.cancel.disabled = false;
    this.cancel.onclick = act;
  }

  /** Calling off once is enough. */
  disableCancel(): void {
    this.cancel.disabled = true;
  }

  show(busy: boolean): void {
    this.cancel.hidden = !busy;
    this.cancel.disabled = false;
    this.bar.hidden = !busy;
    this.bar.value = 0;
    if (!busy) this.state.textContent = '';
  }
}
