import type { PGlite } from '@electric-sql/pglite';

interface Answer {
  readonly rows: unknown[];
  readonly command: string;
  readonly rowCount: number;
}

/** As much of a `pg` client as TypeORM uses. */
interface Client {
  query(text: string, parameters?: unknown[]): Promise<Answer>;
  on(): void;
  removeListener(): void;
}

type Release = () => void;
type Connected = (error: Error | undefined, client?: Client, release?: Release) => void;

const acquireTimeoutMilliseconds = 60_000;

/**
 * Makes the embedded database look like `pg` to TypeORM. There is one session, so one caller has it at a
 * time and the others wait: two transactions in one session would commit and roll back each other.
 */
export function embeddedDriver(database: PGlite, afterwards: () => void) {
  const client = clientOf(database);
  return {
    Pool: class {
      readonly #waiting: (() => void)[] = [];
      #busy = false;

      connect(connected: Connected): void {
        if (!this.#busy) {
          this.#lend(connected);
          return;
        }
        const begin = () => {
          clearTimeout(timer);
          this.#lend(connected);
        };
        const timer = setTimeout(() => {
          this.#waiting.splice(this.#waiting.indexOf(begin), 1);
          connected(new Error(`数据库忙，等待超过 ${acquireTimeoutMilliseconds / 1000} 秒`));
        }, acquireTimeoutMilliseconds);
        this.#waiting.push(begin);
      }

      on(): void {
        // The embedded database has no connection that could break and raise an error.
      }

      end(ended: (error?: Error) => void): void {
        void database
          .close()
          .finally(afterwards)
          .then(() => ended(), ended);
      }

      #lend(connected: Connected): void {
        this.#busy = true;
        let lent = true;
        connected(undefined, client, () => {
          if (!lent) return;
          lent = false;
          this.#busy = false;
          this.#waiting.shift()?.();
        });
      }
    },
  };
}

function clientOf(database: PGlite): Client {
  return {
    query: async (text, parameters = []) => {
      const result =
        parameters.length > 0 ? await database.query(text, parameters) : (await database.exec(text)).at(-1);
      return {
        rows: result?.rows ?? [],
        command: result?.command ?? '',
        rowCount: result?.rowCount ?? 0,
      };
    },
    on: () => undefined,
    removeListener: () => undefined,
  };
}
