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

export async function cuttableWay(url: string): Promise<CuttableWay> {
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
        if (state === 'open') other.write(bytes);
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
