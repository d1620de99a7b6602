import { problem, type Problem } from '../../../src/problems/problem.js';

/** What is said of a file with macros. */
export function macrosIgnored(hasMacros: boolean): Problem[] {
  return hasMacros
    ? [problem('MACROS_IGNORED', '文件带有宏。宏没有运行，只读取了单元格里的数字和文字。')]
    : [];
}
