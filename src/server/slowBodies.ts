import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../filing/refusal.js';
import { answerError } from './answers/answerError.js';
import type { bodyRate } from './serverLimits.js';

/** After an answer that refuses a body, so long is let through of it: a client reads the answer when it has sent. */
const restMilliseconds = 10_000;

/** Ends requests whose body comes more slowly than the rate, or goes on long after it has been refused. */
export function slowBodies(server: FastifyInstance, rate: typeof bodyRate): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.raw.complete || !hasBody(request)) return;
    const stop = watch(request, rate.windowMilliseconds, (bytes, milliseconds) => {
      if (bytes * 1000 >= rate.bytesPerSecond * milliseconds || reply.sent) return;
      void refuse(request, reply);
    });
    request.raw.once('close', stop).once('end', stop);
    reply.raw.once('finish', () => {
      stop();
      if (!request.raw.complete) endLater(request);
    });
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Tells how much has come in each span of time in which there was room for more. */
function watch(
  { raw }: FastifyRequest,
  everyMilliseconds: number,
  tell: (bytes: number, milliseconds: number) => void,
): () => void {
  let bytes = raw.socket.bytesRead;
  let since = performance.now();
  const timer = setInterval(() => {
    const [before, begun] = [bytes, since];
    bytes = raw.socket.bytesRead;
    since = performance.now();
    // Where this side has not taken what lies there, the client is not to blame.
    const isFull = raw.readableLength >= raw.readableHighWaterMark;
    // Nor where this process itself was held up.
    const wasHeldUp = since - begun > 1.5 * everyMilliseconds;
    if (!raw.complete && !isFull && !wasHeldUp) tell(bytes - before, since - begun);
  }, everyMilliseconds).unref();
  return () => clearInterval(timer);
}

async function refuse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const refusal = new Refusal(
    'TOO_SLOW',
    '内容来得太慢，已停止接收，什么都没有保存。请检查网络后重试；文件很大的，请分成几个上传。',
  );
  void reply.header('Connection', 'close');
  const answer = await answerError(refusal, request, reply);
  reply.raw.once('finish', () => request.raw.destroy());
  void reply.send(answer);
}

function endLater({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => raw.destroy(), restMilliseconds).unref();
  raw.once('close', () => clearTimeout(timer));
}
