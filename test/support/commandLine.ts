import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = new URL('../../bin/nianbao.js', import.meta.url).pathname;

/** Runs `nianbao` as people do, in a process of its own, with a data folder of the test. */
export function nianbao(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { env: environmentOf(environment) });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) => ended({ code, stdout, stderr }));
  });
}

export interface Running {
  /** Resolves with what was printed so far when it contains the words. */
  printed(words: string): Promise<string>;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `nianbao` and leaves it running. */
export function startNianbao(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [program, ...args], { env: environmentOf(environment) });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('printed');
    });
  return {
    printed: (words) =>
      new Promise((found, failed) => {
        const look = () => output.includes(words) && found(output);
        child.on('printed', look);
        child.on('close', () => failed(new Error(`ended without “${words}”: ${output}`)));
        look();
      }),
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function environmentOf(environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  return { ...inherited, ...environment };
}
