import type pg from 'pg';
import { DataSource } from 'typeorm';
import { serverDriver } from '../serverDriver.js';
import type { ServerSettings } from '../ServerSettings.js';
import { Progress } from './Progress.js';
import { patience, standbyDriver } from './standbyDriver.js';
import { walPosition } from './walPosition.js';

/** One hot standby, and how far behind it is. */
export class Standby {
  #isLost = true;

  private constructor(
    /** For reading alone. */
    readonly dataSource: DataSource,
    readonly progress: Progress,
    private readonly asking: pg.Pool,
    private readonly abandon: () => void,
  ) {}

  /** It need not be there: it is used from when it is. */
  static async open(
    primary: DataSource,
    settings: ServerSettings,
    lagMilliseconds: number,
  ): Promise<Standby> {
    const onTrouble = (): void => standby.leaveOut();
    const driver = standbyDriver(settings, primary, onTrouble);
    const dataSource = new DataSource({ ...primary.options, driver } as DataSource['options']);
    const asking = serverDriver({ ...settings, statementSeconds: patience, connections: 1 }, patience);
    const pool = new asking.Pool({ max: 1, application_name: 'nianbao-lag' });
    // What breaks is told by the next question.
    pool.on('error', () => undefined);
    const standby = new Standby(dataSource, new Progress(lagMilliseconds), pool, driver.abandon);
    await dataSource.initialize();
    return standby;
  }

  /** Whether it shows all that was written up to a position, as of at most so long ago as it may be behind. */
  isFit(position: bigint): boolean {
    return !this.#isLost && this.progress.isFit(position, performance.now());
  }

  /** Nothing is asked of it until it answers again. */
  leaveOut(): void {
    this.#isLost = true;
  }

  /** Asks how far it is. */
  async look(): Promise<void> {
    try {
      const { rows } = await withinPatience(
        this.asking.query<{ position: string | null; standby: boolean }>(
          `SELECT ${walPosition('pg_last_wal_replay_lsn()')} AS position, pg_is_in_recovery() AS standby`,
        ),
      );
      const [found] = rows;
      // One that was promoted follows nobody any more: it is the primary, or what was left behind.
      this.#isLost = found?.standby !== true || found.position === null;
      if (found?.position) this.progress.replay(BigInt(found.position), performance.now());
    } catch {
      // Whatever the reason: it is asked again in a moment.
      if (!this.#isLost) this.abandon();
      this.leaveOut();
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.asking.end();
  }
}

async function withinPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the standby does not answer')), patience * 1000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
