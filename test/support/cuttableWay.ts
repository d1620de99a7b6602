import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the database that can be cut and mended: real connections through a real port. */
export interface CuttableWay {
  /** The address of the database, by this way. */
  readonly url: string;
  /** Breaks every connection and lets no new one through. */
  cut(): void;
  /** Lets nothing more through on open connections, without closing them. */
  freeze(): void;
  mend(): void;
  close(): Promise<void>;
}

/** `changed`: what the server writes is changed on its way, from the one text to the other of the same length. */
export async function cuttableWay(
  url: string,
  changed: readonly [from: string, to: string] | null = null,
): Promise<CuttableWay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'frozen' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => {
        if (state === 'open') other.write(one === far && changed ? replaced(bytes, changed) : bytes);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);

  function breakAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  return {
    url: through.href,
    cut() {
      state = 'cut';
      breakAll();
    },
    freeze() {
      state = 'frozen';
    },
    mend() {
      if (state === 'frozen') breakAll();
      state = 'open';
    },
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function replaced(bytes: Buffer, [from, to]: readonly [string, string]): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
