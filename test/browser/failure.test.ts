import { describe, expect, test } from 'vitest';
import { failureOf, unreachable } from '../../web/shared/Failure.js';

describe('what the page says when the server does not accept an upload', () => {
  test.each([
    [401, '{"message":"没有令牌"}', '令牌不对，或已被撤销。请在第 1 步重新填写，或向管理员索取。'],
    [413, '{"message":"一次最多上传 200 个文件。"}', '一次最多上传 200 个文件。'],
    [413, '<html>Request Entity Too Large</html>', '上传的文件太大，服务器没有接收。'],
    [429, '{"message":"请求太频繁。"}', '请求太频繁。'],
    [429, '', '请等一分钟再试。'],
    [500, '{"message":"服务器内部错误，已记入日志，编号 7。"}', '编号 7'],
    [502, '<html>Bad Gateway</html>', '服务器暂时不能工作（502）。请稍候再试'],
    [400, '{"message":"字段 year 应为四位数的年份"}', '字段 year 应为四位数的年份'],
    [404, 'null', '服务器没有接受这次请求（404）。'],
  ])('%i %s', (status, body, words) => {
    const failure = failureOf(status, body);
    expect(failure.message).toContain(words);
    expect(failure.status).toBe(status);
  });

  test('nobody answered', () => {
    expect(unreachable().message).toContain('连不上服务器');
  });
});
