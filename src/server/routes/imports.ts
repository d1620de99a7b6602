import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { Refusal } from '../../filing/refusal.js';
import { annotateUpload } from '../imports/annotateUpload.js';
import { failureLine } from '../answers/answerError.js';
import { contentPolicies } from '../answers/contentPolicies.js';
import { downloadName } from '../answers/downloadName.js';
import { findUpload } from '../imports/findUpload.js';
import { importCollectionUpload } from '../imports/importCollectionUpload.js';
import type { RunProgress } from '../../filing/importing/runs/runProgress.js';
import { parseImportForm } from '../imports/importForm.js';
import type { Upload } from '../imports/receiveUpload.js';
import { importUpload, keyOf } from '../imports/importUpload.js';
import { emptyLedger } from '../ledgers/emptyLedger.js';
import { ledgerUpload, type LedgerWatch, type ToldProgress } from '../ledgers/ledgerUpload.js';
import { readsOf } from '../reads/readsOf.js';
import type { Services } from '../Services.js';
import { progressLines } from '../answers/progressLines.js';
import { workbookType } from '../answers/workbookType.js';
import { uploadLimits } from '../../words/uploadLimits.js';

const multipart = {
  throwFileSizeLimit: false,
  limits: {
    files: uploadLimits.files,
    fields: 20,
    parts: uploadLimits.files + 20,
    fieldNameSize: 100,
    // The words an office has confirmed come as one field.
    fieldSize: 64 * 1024,
    fileSize: uploadLimits.collectionBytes + 1,
    headerPairs: 50,
  },
};

const lines = 'application/x-ndjson';

function wantsLines({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(lines) ?? false;
}

/** What is told while it is read and stored is told as it comes, never gathered to be packed. */
function told(reply: FastifyReply, text: AsyncGenerator<string>): Readable {
  void reply.header('Cache-Control', 'no-transform').type(`${lines}; charset=utf-8`);
  return Readable.from(text);
}

export async function importRoutes(server: FastifyInstance, services: Services): Promise<void> {
  await server.register(fastifyMultipart, multipart);

  const closing = new AbortController();
  const background = new Set<Promise<unknown>>();
  // An import that outlives its answer ends with the service, while the database is still there.
  server.addHook('onClose', async () => {
    closing.abort(new Refusal('INVALID_REQUEST', '服务已停止。'));
    await Promise.allSettled(background);
  });

  function inBackground(work: Promise<unknown>, log: FastifyBaseLogger): void {
    background.add(work);
    const done = () => background.delete(work);
    work.then(done, (error: unknown) => {
      done();
      log.error({ err: error }, 'an import failed');
    });
  }

  server.post('/imports', (request, reply) => {
    const actor = requireActor(request.actor);
    const key = keyOf(request.headers['idempotency-key']);
    const waitMilliseconds = waitOf(request.headers['prefer']);
    const signal = AbortSignal.any([whenGone(reply.raw), closing.signal]);
    return services.uploads.receive({ request, actor, signal }, async (upload, hold) => {
      function onBackground(work: Promise<unknown>): void {
        hold(work);
        inBackground(work, request.log);
      }
      const options = parseImportForm(upload.fields);
      const { files } = upload;
      const importing = { actor, files, options, key, signal, waitMilliseconds, onBackground };
      if (options.layout !== 'collection') return importUpload(services, importing);
      if (wantsLines(request)) {
        const work = progressLines<RunProgress>(
          (onProgress) =>
            importCollectionUpload(services, { ...importing, waitMilliseconds: null, onProgress }),
          (error) => failureLine(error, request),
        );
        await work.begun;
        return told(reply, work.lines);
      }
      const answer = await importCollectionUpload(services, importing);
      if (answer.status === 'RUNNING')
        void reply.code(202).header('Location', `/api/v1/imports/${answer.id}`);
      return answer;
    });
  });

  server.post('/ledgers', (request, reply) => {
    const actor = requireActor(request.actor);
    const signal = AbortSignal.any([whenGone(reply.raw), closing.signal]);
    const receiving = { request, actor, signal, isPersonal: true };
    const readInto = (upload: Upload, onProgress?: LedgerWatch['onProgress']) =>
      ledgerUpload(services, actor, upload, { signal, onProgress });
    if (!wantsLines(request)) return services.uploads.receive(receiving, (upload) => readInto(upload));
    // The answer begins when all of the ledger has come: until then it can still be refused as any other.
    return new Promise((answer, refuse) => {
      const receivedAll = services.uploads.receive(receiving, (upload) => {
        const work = progressLines<ToldProgress>(
          (onProgress) => {
            onProgress({ run: null, casesRead: 0, casesStored: 0 });
            return readInto(upload, onProgress);
          },
          (error) => failureLine(error, request),
        );
        answer(told(reply, work.lines));
        return work.ended;
      });
      receivedAll.catch(refuse);
    });
  });

  server.get<{ Querystring: Record<string, unknown> }>('/ledgers/blank.xlsx', async (request, reply) => {
    const { year, workbook } = await emptyLedger(request.query['year']);
    return reply
      .header('Content-Disposition', downloadName(`${year}年依申请公开台账（空白）.xlsx`))
      .type(workbookType)
      .send(workbook);
  });

  server.get<{ Params: { id: string; file: string } }>('/imports/:id/:file', async (request, reply) => {
    const { file, bytes } = await findUpload(readsOf(request), requireActor(request.actor), request.params);
    return reply
      .header('Content-Disposition', downloadName(file.fileName))
      .header('Content-Security-Policy', contentPolicies.data)
      .type('application/octet-stream')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });

  server.get<{ Params: { id: string; file: string }; Querystring: Record<string, unknown> }>(
    '/imports/:id/:file/annotated.xlsx',
    async (request, reply) => {
      const actor = requireActor(request.actor);
      const manager = readsOf(request);
      const upload = await findUpload(manager, actor, request.params);
      const position = parseReport(request.query['report']);
      const workbook = await annotateUpload({ manager, pool: services.pool }, actor, {
        upload,
        position,
        signal: whenGone(reply.raw),
      });
      const name = upload.file.fileName.replace(/\.[^.]*$/, '');
      return reply
        .header('Content-Disposition', downloadName(`${name}（核对结果）.xlsx`))
        .type(workbookType)
        .send(workbook);
    },
  );
}

/** Which report of a file that holds several, from 0. */
function parseReport(given: unknown): number {
  if (given === undefined || given === '') return 0;
  if (typeof given === 'string' && /^\d{1,6}$/.test(given)) return Number(given);
  throw new Refusal('INVALID_REQUEST', 'report 应为报告在文件里的次序，从 0 起。', ['report']);
}

/** Aborted when whoever asked has hung up: nobody waits for the rest of a long collection. */
function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Refusal('INVALID_REQUEST', '上传方已断开。'));
  });
  return gone.signal;
}

/** How long a client waits for a collection when it does not say, and at most. */
const usualWait = 20_000;

/** RFC 7240: `respond-async` waits for nothing, `wait=5` five seconds. */
function waitOf(prefer: string | string[] | undefined): number {
  const given = [prefer ?? []].flat().join(',').toLowerCase();
  const seconds = /\bwait=(\d{1,3})\b/.exec(given)?.[1];
  if (seconds !== undefined) return Math.min(Number(seconds) * 1000, usualWait);
  return /\brespond-async\b/.test(given) ? 0 : usualWait;
}
