import { apiOperations, type ApiOperation } from './apiOperations.js';

const error = {
  type: 'object',
  required: ['code', 'message', 'requestId'],
  properties: {
    code: { type: 'string', description: '代码，含义见错误目录 docs/errors.md' },
    message: { type: 'string', description: '中文说明' },
    requestId: { type: 'string', description: '请求编号，与日志相同' },
  },
};

/** The flat routes as OpenAPI, from the same list by which they are looked up in tests. */
export function describeApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of apiOperations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method] = described(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'nianbao 年报接口',
      version: '1',
      description: '政府信息公开工作年度报告。数字是十进制字符串，单位依统一格式。',
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: error },
    },
    security: [{ token: [] }],
    paths,
  };
}

function described({ summary, path, query, body, answer, also = {} }: ApiOperation): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const inQuery = Object.entries(query).map(([name, { words, required = false, ...schema }]) => ({
    ...{ name, in: 'query', required, description: words, schema },
  }));
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, content: contents(body) } }),
    responses: {
      200: { description: summary, content: contents(answer) },
      ...also,
      default: {
        description: '失败',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function contents(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, {}]));
}
