import { element, fill } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import { uploadLimits } from '../../src/words/uploadLimits.js';
import { megabytes } from './texts.js';

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
    if (files.length === 0) throw new Failure('请先选择文件。', 0);
    if (files.length > uploadLimits.files)
      throw new Failure(
        `一次最多上传 ${uploadLimits.files} 个文件，现在有 ${files.length} 个。请分几次上传。`,
        0,
      );
    if (files.reduce((sum, { size }) => sum + size, 0) > uploadLimits.requestBytes)
      throw new Failure(`文件合计超过 ${megabytes(uploadLimits.requestBytes)}。请分几次上传。`, 0);
    for (const file of files)
      if (!(await isReadable(file)))
        throw new Failure(
          `“${file.name}”读不出来：选好以后又改动过或移走了，或者是文件夹。请重新选择这个文件。`,
          0,
        );
    return files;
  }

  private set(files: readonly File[]): void {
    this.files = files;
    this.onChange();
    if (files.length === 0) return fill(this.list);
    fill(
      this.list,
      element('p', {}, `已选 ${files.length} 个文件：`),
      element('ul', { class: 'files' }, ...files.map((file) => this.item(file))),
    );
  }

  private item(file: File): HTMLLIElement {
    const remove = element(
      'button',
      { type: 'button', class: 'small', 'aria-label': `不传 ${file.name}` },
      '移除',
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
