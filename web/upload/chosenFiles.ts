import { element, fill } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import { uploadLimits } from '../../src/words/uploadLimits.js';
import { texts } from './texts.js';

/** The list of files to be sent, shown with a button to take each out again. */
export class ChosenFiles {
  private files: readonly File[] = [];
  /** Set once the files were sent: the next choice begins a new list. */
  private done = false;

  constructor(
    private readonly list: HTMLElement,
    private readonly onChange: () => void,
  ) {}

  add(more: readonly File[]): void {
    if (more.length === 0) return;
    const kept = this.done ? [] : this.files;
    this.done = false;
    this.set([...kept, ...more.filter((file) => !kept.some((other) => isSame(file, other)))]);
  }

  markSent(): void {
    this.done = true;
  }

  /** The files, when they can be sent as they are. */
  async take(): Promise<readonly File[]> {
    const { files } = this;
    if (files.length === 0) throw new Failure(texts.chooseFirst, 0);
    if (files.length > uploadLimits.files) throw new Failure(texts.tooMany(files.length), 0);
    if (files.reduce((sum, { size }) => sum + size, 0) > uploadLimits.requestBytes)
      throw new Failure(texts.tooLarge, 0);
    for (const file of files)
      if (!(await isReadable(file))) throw new Failure(texts.unreadable(file.name), 0);
    return files;
  }

  private set(files: readonly File[]): void {
    this.files = files;
    this.onChange();
    if (files.length === 0) return fill(this.list);
    fill(
      this.list,
      element('p', {}, texts.chosen(files.length)),
      element('ul', { class: 'files' }, ...files.map((file) => this.item(file))),
    );
  }

  private item(file: File): HTMLLIElement {
    const remove = element(
      'button',
      { type: 'button', class: 'small', 'aria-label': texts.leaveOut(file.name) },
      texts.remove,
    );
    remove.addEventListener('click', () => {
      this.done = false;
      this.set(this.files.filter((other) => other !== file));
    });
    return element(
      'li',
      {},
      element('span', { class: 'file-name' }, file.name),
      element('span', { class: 'hint' }, size(file.size)),
      remove,
    );
  }
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

/** A browser refuses to read a file that changed on disk since it was chosen, and a folder. */
function isReadable(file: File): Promise<boolean> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(true);
    reader.onerror = () => resolve(false);
    reader.readAsArrayBuffer(file.slice(0, 1));
  });
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
