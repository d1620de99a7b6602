import { spawn } from 'node:child_process';

/** What a process said of itself before it was killed. */
export interface Told {
  /** Null: it had ended by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  /** From the word to its end, whoever ended it. */
  readonly milliseconds: number;
}

interface Kill {
  /** The word after which the time runs; null: from the start. */
  readonly from: string | null;
  /** Infinity: it is left to end by itself. */
  readonly after: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program of Node and kills it, as by a power cut, so many milliseconds after it has said a word. */
export function killed(args: readonly string[], { from, after, environment = {} }: Kill): Promise<Told> {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...environment },
  });
  let text = '';
  let errors = '';
  let since: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const run = (): void => {
    if (since !== null) return;
    since = performance.now();
    if (after < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), after);
  };
  if (from === null) run();
  child.stdout.setEncoding('utf8').on('data', (said: string) => {
    text += said;
    if (from !== null && text.includes(from)) run();
  });
  child.stderr.setEncoding('utf8').on('data', (said: string) => (errors += said));
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0 && signal !== 'SIGKILL')
        return failed(new Error(`ended by itself with ${code ?? signal}: ${errors}`));
      const milliseconds = performance.now() - (since ?? performance.now());
      ended({ signal, lines: text.split('\n').filter(Boolean), milliseconds });
    });
  });
}
