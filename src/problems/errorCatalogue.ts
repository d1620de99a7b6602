import { problemCodes } from './problemCodes.js';
import { severityWords } from '../checks/severityWords.js';

/** docs/errors.md: every code with its meaning, cause and what to do. */
export function errorCatalogue(): string {
  const rows = Object.entries(problemCodes).map(
    ([code, { severity, meaning, cause, advice }]) =>
      `| \`${code}\` | ${severityWords[severity]} | ${meaning} | ${cause} | ${advice} |`,
  );
  return [
    '# 错误代码',
    '',
    '“错误”：这份报告不入库。“提示”：入库，有关的格空白或已按位置识别。“已清理”：数字没有变，只是写法或名称已规范。',
    '',
    '本页由 `npm run docs` 从 `src/problems/problemCodes.ts` 生成，请勿手改。',
    '',
    '| 代码 | 程度 | 含义 | 常见原因 | 怎么办 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
