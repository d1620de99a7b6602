/** An expected failure, told to the person in one sentence. `status` is the HTTP status, 0 without an answer. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** What the server itself said, without our advice; null when it said nothing we understand. */
    readonly answered: string | null = null,
  ) {
    super(message);
  }
}

/** Nobody answered: the network is down, the server stopped, or the connection broke. */
export function unreachable(): Failure {
  return new Failure('连不上服务器。请检查网络，稍候再试；仍不行请告诉管理员。', 0);
}

/** What an answer that is not a success means for the person at the page. */
export function failureOf(status: number, body: string): Failure {
  const answered = messageOf(body);
  return new Failure(words(status, answered), status, answered);
}

function words(status: number, message: string | null): string {
  if (status === 401) return '令牌不对，或已被撤销。请在第 1 步重新填写，或向管理员索取。';
  if (status === 413)
    return message ?? '上传的文件太大，服务器没有接收。请减少文件，分几次上传，或只保留年报表格后另存。';
  if (status === 429) return message ?? '请求太频繁，或正在处理的上传太多。请等一分钟再试。';
  if (message !== null) return message;
  if (status >= 500) return `服务器暂时不能工作（${status}）。请稍候再试；仍不行请告诉管理员。`;
  return `服务器没有接受这次请求（${status}）。请刷新页面再试；仍不行请告诉管理员。`;
}

/** The message of our own server; null when something in between answered. */
function messageOf(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === 'object' && answer !== null && 'message' in answer)
      return typeof answer.message === 'string' ? answer.message : null;
    return null;
  } catch {
    return null;
  }
}
