import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import type { Actor } from '../../filing/access/actor.js';
import { auditRefusal } from '../../filing/audit/auditRefusal.js';
import { SentReports } from '../../filing/importing/deciding/sentReports.js';
import {
  fileLines,
  type LineResult,
  type LinesToFile,
  type SentLine,
} from '../../filing/importing/lines/fileLines.js';
import { Refusal } from '../../filing/refusal.js';
import { internalMessage } from '../answers/internalMessage.js';
import type { Services } from '../Services.js';
import { onlyKnown, type Query } from './apiQuery.js';
import { readLine } from './readLine.js';
import { longestLine, splitLines } from './splitLines.js';

const mostLines = 20_000;
/** One transaction each: memory holds as many. */
const linesAtOnce = 250;
const ndjson = /^application\/(x-ndjson|jsonl)\b/i;

/** Reports from systems: one, or a line each; each stands alone and is answered in the same order. */
export async function reportIntake(server: FastifyInstance, services: Services): Promise<void> {
  await server.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    intake.addContentTypeParser(
      ['application/json', 'application/x-ndjson', 'application/jsonl'],
      (_request, payload, done) => done(null, payload),
    );
    intake.post<{ Querystring: Query; Body: Readable }>(
      '/api/v1/reports',
      { bodyLimit: 512 * 1024 * 1024 },
      async (request, reply) => {
        onlyKnown(request.query, []);
        const actor = requireActor(request.actor);
        const key = keyOf(request);
        if (ndjson.test(request.headers['content-type'] ?? '')) {
          void reply.type('application/x-ndjson; charset=utf-8');
          return reply.send(Readable.from(answers(request, services, actor, key)));
        }
        const [result] = await filed(services, actor, {
          lines: [readLine(await wholeBody(request.body))],
          key: keyOfLines(key, 1),
          otherSent: new SentReports(),
        });
        return result;
      },
    );
  });
}

async function* answers(
  request: FastifyRequest<{ Body: Readable }>,
  services: Services,
  actor: Actor,
  key: string | null,
): AsyncGenerator<string> {
  let count = 0;
  let batch: SentLine[] = [];
  const otherSent = new SentReports();
  const flush = async () => {
    const from = count - batch.length + 1;
    const results = await filed(services, actor, { lines: batch, key: keyOfLines(key, from), otherSent });
    batch = [];
    return results.map((result) => `${JSON.stringify(result)}\n`).join('');
  };
  try {
    for await (const line of splitLines(request.body)) {
      count += 1;
      if (count > mostLines)
        throw new Refusal(
          'TOO_LARGE',
          `一次最多 ${mostLines} 份报告。前 ${mostLines} 份已经处理，请分几次发送。`,
        );
      batch.push(readLine(line, count));
      if (batch.length === linesAtOnce) yield await flush();
    }
    if (batch.length > 0) yield await flush();
  } catch (error) {
    // The head of the answer is sent already: what went wrong is its last line.
    if (batch.length > 0 && error instanceof Refusal) yield await flush();
    if (!(error instanceof Refusal)) request.log.error({ err: error }, 'a stream of reports failed');
    const { code, message } =
      error instanceof Refusal ? error : { code: 'INTERNAL', message: internalMessage(request.id) };
    yield `${JSON.stringify({ code, message, requestId: request.id })}\n`;
  }
}

/** Files lines; what is refused leaves its trace like every other attempt to change something. */
async function filed(
  { database, reads }: Services,
  actor: Actor,
  lines: LinesToFile,
): Promise<readonly LineResult[]> {
  const results = await fileLines(database, actor, lines);
  const refused = results.find(({ status }) => status === 'REJECTED');
  const code = refused?.problems.find(({ severity }) => severity === 'error')?.code;
  if (code !== undefined && results.every(({ status }) => status !== 'STORED'))
    await auditRefusal(database, actor, { operation: 'POST /api/v1/reports', code });
  // Each of many answers tells of what is stored already.
  await reads.note(actor);
  return results;
}

async function wholeBody(body: Readable): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestLine) throw new Refusal('TOO_LARGE', '一份报告不超过 4 MiB。');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.trim() !== '' && key.length <= 150) return `reports ${key}`;
  throw new Refusal('INVALID_REQUEST', 'Idempotency-Key 应为 1 至 150 个字符。');
}

/** Lines are answered some at a time, each time under a key of its own. */
function keyOfLines(key: string | null, from: number): string | null {
  return key === null ? null : `${key} ${from}`;
}
