import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { vi } from 'vitest';

const run = promisify(execFile);
const pathOf = (program: string) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/** Tests that need a display of their own and an office are left out where these are not installed. */
export const hasDisplay = ['Xvfb', 'xdotool', 'soffice'].every((program) => pathOf(program) !== undefined);

/** A screen that nobody sees, with programs on it that share one clipboard. */
export interface Display {
  readonly name: string;
  /** Opens a file in LibreOffice; resolves when its window is there. */
  openInOffice(path: string, kind: 'calc' | 'writer'): Promise<OfficeWindow>;
  close(): Promise<void>;
}

export interface OfficeWindow {
  /** Presses keys, as `ctrl+c`. */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** No tip of the day and no questions at the first start. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item>
</oor:items>
`;

export async function startDisplay(): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-display-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(screen.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: name };
  const xdotool = async (...words: readonly string[]) => (await run('xdotool', words, { env })).stdout.trim();
  const started: ChildProcess[] = [];

  return {
    name,
    async openInOffice(path, kind) {
      const profile = join(folder, `profile${started.length}`);
      await mkdir(join(profile, 'user'), { recursive: true });
      await writeFile(join(profile, 'user/registrymodifications.xcu'), settings);
      const office = spawn(
        'soffice',
        [
          `-env:UserInstallation=file://${profile}`,
          ...['--norestore', '--nologo', '--nolockcheck', `--${kind}`, path],
        ],
        { env, stdio: 'ignore', detached: true },
      );
      started.push(office);
      const title = kind === 'calc' ? 'LibreOffice Calc' : 'LibreOffice Writer';
      // A window that goes while others are looked through makes the search fail: it is tried again.
      const window = await vi.waitFor(
        async () => {
          const [found] = (await xdotool('search', '--onlyvisible', '--name', title)).split('\n');
          if (found === undefined || found === '') throw new Error(`${title} opened no window`);
          return found;
        },
        { timeout: 90_000, interval: 500 },
      );
      return {
        async press(...keys) {
          await xdotool('windowfocus', '--sync', window, 'key', '--delay', '60', ...keys);
        },
        close: () => ended(office),
      };
    },
    async close() {
      for (const program of started) await ended(program);
      await ended(screen);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line.trim();
  throw new Error('the display said no number');
}

/** Ends a program with whatever it started itself. */
function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined)
    return Promise.resolve();
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  try {
    process.kill(program.spawnargs[0] === 'soffice' ? -program.pid : program.pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
  return gone;
}
