import { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';

interface Parameter {
  readonly words: string;
  readonly required?: boolean;
  readonly type: 'string' | 'integer';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number | string;
}

export interface ApiOperation {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it. */
  readonly path: string;
  /** As the server knows it, where that is another. */
  readonly route?: string;
  readonly summary: string;
  readonly query: Readonly<Record<string, Parameter>>;
  readonly body?: readonly string[];
  readonly answer: readonly string[];
  readonly also?: Readonly<Record<string, object>>;
}

const text = (words: string, required = false): Parameter => ({ words, required, type: 'string' });
const year: Parameter = { words: '报告年度', type: 'string', pattern: '^\\d{4}$' };
const under = text('这个机关和它之下的（代码）');
const after = text('从这个游标之后取起');
const first: Parameter = { words: '最多几条', type: 'integer', minimum: 1, maximum: 1000, default: 200 };
const unchanged = { 304: { description: '与 If-None-Match 所说的相同' } };
const json = ['application/json'];
const ndjson = ['application/x-ndjson'];

const file = (extension: string, words: string, type: string, query: ApiOperation['query'] = {}) =>
  ({
    method: 'get',
    path: `/api/v1/reports/{agency}/{year}.${extension}`,
    route: '/api/v1/reports/:agency/:file',
    summary: `一份报告，${words}`,
    query,
    answer: [type],
    also: unchanged,
  }) as const satisfies ApiOperation;

/** Every flat route: what it is asked with, and what it answers. */
export const apiOperations: readonly ApiOperation[] = [
  file('json', 'JSON；原样发回是 UNCHANGED', 'application/json'),
  file('xml', 'XML', 'application/xml'),
  file('csv', 'CSV', 'text/csv', {
    encoding: { words: '文字编码', type: 'string', enum: ['utf-8', 'gb18030'], default: 'utf-8' },
  }),
  file('xlsx', '工作簿', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  {
    method: 'get',
    path: '/api/v1/reports.ndjson',
    summary: '许多报告，一行一份，每行与 .json 相同；从 X-Next-Cursor 跟随变化，什么都不会漏',
    query: {
      year,
      under,
      status: { words: `状态，逗号隔开：${Object.values(ReportStatus).join('、')}`, type: 'string' },
    },
    answer: ndjson,
    also: unchanged,
  },
  {
    method: 'post',
    path: '/api/v1/reports',
    summary: '报送：一份 JSON，或一行一份、最多 20000 份的 NDJSON；结果的次序与来的相同，各自独立',
    query: {},
    body: [...json, ...ndjson],
    answer: [...json, ...ndjson],
  },
  {
    method: 'get',
    path: '/api/v1/agencies',
    summary: '登记的机关，按代码排列',
    query: { under, first, after },
    answer: json,
    also: unchanged,
  },
  {
    method: 'get',
    path: '/api/v1/progress',
    summary: '填报进度',
    query: { agency: text('机关代码', true), year: { ...year, required: true } },
    answer: json,
    also: unchanged,
  },
  {
    method: 'get',
    path: '/api/v1/reminders',
    summary: '催报名单，期限早的在前',
    query: { agency: text('机关代码', true), year: { ...year, required: true }, first, after },
    answer: json,
    also: unchanged,
  },
  {
    method: 'get',
    path: '/api/v1/changes',
    summary: '变化的序列，一行一条，按提交的先后；X-Next-Cursor 是下一次的 after',
    query: {
      after,
      first: { ...first, default: 100 },
      under,
      kinds: { words: `种类，逗号隔开：${Object.values(ChangeKind).join('、')}`, type: 'string' },
      wait: { words: '没有新的变化时最多等几秒', type: 'integer', minimum: 0, maximum: 30, default: 0 },
    },
    answer: ndjson,
  },
  {
    method: 'get',
    path: '/api/v1/forms/{id}',
    summary: '一个统一格式：行、列、名称、各格，和答复里的代码',
    query: {},
    answer: json,
    also: unchanged,
  },
  {
    method: 'get',
    path: '/api/v1/imports/{id}',
    summary: '一次导入的进展；POST /imports 答复 202 时 Location 指向这里',
    query: {},
    answer: json,
  },
];
