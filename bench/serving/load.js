import { Agent, request } from 'node:http';

const connections = 8;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

/** Sends requests over a few kept connections and gives the last answer. Anything but 200 ends the run. */
export async function load(address, requests, makeRequest) {
  let sent = 0;
  let last;
  const worker = async () => {
    while (sent < requests) last = await send(address, makeRequest(sent++));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return last;
}

export function send(address, { path, method = 'GET', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const sending = request(address + path, { agent, method, headers }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

export function closeConnections() {
  agent.destroy();
}
