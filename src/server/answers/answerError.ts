import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { databaseTrouble } from '../../database/databaseTrouble.js';
import type { CodeTexts } from '../../problems/codes/codeTexts.js';
import type { ProblemCode } from '../../problems/problem.js';
import { problemCodes } from '../../problems/problemCodes.js';
import { SignInLocked } from '../../filing/people/signInAttempts.js';
import { Refusal } from '../../filing/refusal.js';
import { internalMessage } from './internalMessage.js';
import { serverLimits } from '../serverLimits.js';

interface ErrorAnswer {
  readonly status: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const texts: Readonly<Record<ProblemCode, CodeTexts>> = problemCodes;

/** Every failure over HTTP is a small document: code, what is wrong and what to do, number of the request. */
export async function answerError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const { status, code, message, retryAfterSeconds } = describe(error, request);
  if (retryAfterSeconds !== undefined) {
    request.log.warn({ err: error }, 'the database could not do it');
    void reply.header('Retry-After', retryAfterSeconds);
  } else if (status >= 500) request.log.error({ err: error }, 'a request failed');
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="nianbao"');
  // Whoever sends too many requests is told by what counts them.
  if (status === 429 && error instanceof Refusal)
    void reply.header(
      'Retry-After',
      error instanceof SignInLocked ? error.retryAfterSeconds : serverLimits.retryAfterSeconds,
    );
  // What is still coming of an upload that is refused is let through, or the connection would never be free.
  request.raw.unpipe();
  request.raw.resume();
  void reply.code(status).type('application/json; charset=utf-8');
  const answer = { code, message, requestId: request.id };
  // GraphQL clients look for errors where GraphQL puts them.
  return request.routeOptions.url === '/graphql'
    ? { ...answer, errors: [{ message, extensions: { code, requestId: request.id } }] }
    : answer;
}

/** What fails before there is a route: the framework asks for the answer to be sent here. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, message } = describe(error, request);
  void reply
    .code(status)
    .headers({ 'X-Request-Id': request.id, 'X-Content-Type-Options': 'nosniff' })
    .send({ code, message, requestId: request.id });
}

/** A failure as the last line of an answer whose head is sent already. */
export function failureLine(error: unknown, request: FastifyRequest): object {
  const failure = error as FastifyError | Refusal;
  const { status, code, message } = describe(failure, request);
  if (status >= 500) request.log.error({ err: error }, 'a request failed');
  return { code, message, requestId: request.id };
}

function describe(error: FastifyError | Refusal, request: FastifyRequest): ErrorAnswer {
  if (error instanceof Refusal)
    return { status: texts[error.code].status ?? 400, code: error.code, message: error.message };
  const trouble = databaseTrouble(error);
  if (trouble) return { status: 503, ...trouble };
  const status = error.statusCode ?? 500;
  if (status >= 500) return { status: 500, code: 'INTERNAL', message: internalMessage(request.id) };
  return { status, ...wordsFor(error, status) };
}

function wordsFor(error: FastifyError, status: number): Omit<ErrorAnswer, 'status'> {
  switch (error.code) {
    case 'FST_FILES_LIMIT':
      return { code: 'TOO_LARGE', message: '一次最多上传 200 个文件。请分几次上传。' };
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return { code: 'TOO_LARGE', message: '上传的字段太多。' };
    case 'FST_MP_PREMATURE_CLOSE':
      return { code: 'INVALID_REQUEST', message: '上传中断，内容不完整。请重新上传。' };
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return { code: 'INVALID_REQUEST', message: '请用 multipart/form-data 上传文件。' };
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { code: 'INVALID_REQUEST', message: '请求的内容不是正确的 JSON。' };
    case 'FST_ERR_BAD_URL':
      return { code: 'INVALID_REQUEST', message: '网址里的 % 编码不对。请按 UTF-8 编码后重试。' };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return {
        code: 'INVALID_REQUEST',
        message:
          '不接受这种 Content-Type。GraphQL 用 application/json，/api/v1/reports 用 application/json 或 application/x-ndjson。',
      };
  }
  if (status === 413) return { code: 'TOO_LARGE', message: '请求的内容太大。' };
  if (status === 429) return { code: 'TOO_MANY_REQUESTS', message: '请求太频繁。请稍候一分钟再试。' };
  return { code: 'INVALID_REQUEST', message: `请求有误：${error.message}` };
}
