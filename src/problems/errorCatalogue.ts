import { severityWords } from '../checks/severityWords.js';
import { problemCodes } from './problemCodes.js';

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
    '本页由 `npm run docs` 从 `src/problems/codes/` 生成，请勿手改。[English](errors.en.md)',
    '',
    '| 代码 | 程度 | 含义 | 常见原因 | 怎么办 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** docs/errors.en.md: the same codes in English. */
export function englishErrorCatalogue(): string {
  const rows = Object.entries(problemCodes).map(
    ([code, { severity, english }]) =>
      `| \`${code}\` | ${severity} | ${english.meaning} | ${english.advice} |`,
  );
  return [
    '# Error codes',
    '',
    'error: the report is not stored. warning: stored, the cell blank or recognised by its place. info: the number is the same, only its writing or a label was cleaned up. Messages themselves are in Chinese.',
    '',
    'This page is printed by `npm run docs` from `src/problems/codes/`. [中文](errors.md)',
    '',
    '| Code | Severity | Meaning | What to do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
