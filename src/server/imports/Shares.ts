import { Refusal } from '../../filing/refusal.js';

interface Waiting {
  readonly name: string;
  begin(): void;
}

/** Places for what is done at once: a number for everybody, of which one token or account has only a share. */
export class Shares {
  readonly #taken = new Map<string, number>();
  readonly #waiting: Waiting[] = [];

  constructor(
    private readonly limits: {
      readonly places: number;
      /** For one name. */
      readonly share: number;
      readonly waitMilliseconds: number;
    },
  ) {}

  /** Waits for a place and gives what frees it again. Whoever waits longest and has a share left is next. */
  async take(name: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#hasRoom(name)) this.#add(name, 1);
    else await this.#wait(name, signal);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#add(name, -1);
      this.#letIn();
    };
  }

  #hasRoom(name: string): boolean {
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    return all < this.limits.places && (this.#taken.get(name) ?? 0) < this.limits.share;
  }

  #add(name: string, more: number): void {
    const count = (this.#taken.get(name) ?? 0) + more;
    if (count > 0) this.#taken.set(name, count);
    else this.#taken.delete(name);
  }

  #letIn(): void {
    const next = this.#waiting.find(({ name }) => this.#hasRoom(name));
    if (!next) return;
    this.#leave(next);
    this.#add(next.name, 1);
    next.begin();
  }

  #leave(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #wait(name: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => end(() => reject(signal?.reason as Error));
      const waiting = { name, begin: () => end(resolve) };
      const timer = setTimeout(() => end(() => reject(crowded())), this.limits.waitMilliseconds);
      const end = (how: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#leave(waiting);
        how();
      };
      signal?.addEventListener('abort', onAbort);
      this.#waiting.push(waiting);
    });
  }
}

function crowded(): Refusal {
  return new Refusal('TOO_MANY_REQUESTS', '正在处理的上传太多。请稍候一分钟再试。');
}
