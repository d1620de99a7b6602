import type { DataSource } from 'typeorm';
import { sessionSettings } from './sessionSettings.js';
import { connectSeconds, type ServerSettings } from './ServerSettings.js';

/** The places for transactions of one database: fewer than it has connections, so that what only reads goes on. */
class Places {
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(
    private readonly places: number,
    private readonly waitMilliseconds: number,
  ) {}

  /** Waits for a place and gives what frees it again. */
  async take(): Promise<() => void> {
    if (this.#taken < this.places) this.#taken += 1;
    else await this.#wait();
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      // Whoever waits longest takes over the place.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(new Error(`数据库忙，等待超过 ${this.waitMilliseconds / 1000} 秒`));
      }, this.waitMilliseconds);
      this.#waiting.push(begin);
    });
  }
}

/** How transactions of a database are begun. */
interface Transactions {
  readonly server: ServerSettings;
  readonly places: Places;
  /** What each begins with, where nothing can be kept in a session; null: nothing. */
  readonly opening: string | null;
}

const known = new WeakMap<DataSource, Transactions>();

/** The share of the connections that transactions leave to what only reads. */
const shareOfReads = 0.3;

export function limitTransactions(database: DataSource, server: ServerSettings): void {
  const { connections, pooler } = server;
  const places = Math.max(1, connections - Math.max(1, Math.ceil(connections * shareOfReads)));
  known.set(database, {
    server,
    places: new Places(places, connectSeconds * 1000),
    opening: pooler ? `SELECT ${sessionSettings(server, true)}` : null,
  });
}

/** undefined for the embedded database, whose one session is lent to one after the other. */
export function transactionsOf(database: DataSource): Transactions | undefined {
  return known.get(database);
}
