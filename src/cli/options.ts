import { InvalidArgumentError } from 'commander';
import type { ErrorPolicy, ImportOptions } from '../filing/importing/deciding/importOptions.js';

/** Help texts of options that several commands have. */
export const optionHelp = {
  year: '报告年度；不填时用标题中的年度',
  agency: '机关代码、名称或别名；不填时用标题中的机关',
  blanksAreZero: '声明：空白即为零（只用于明细格）',
  layout:
    'report：一个文件是一份报告；collection：一个文件有许多份，每张工作表一份，或一览表（一行一个机关，或一行一格），或压缩包（zip）',
  json: '每个文件输出一行 JSON',
};

export function parseYear(text: string): number {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('应为四位数的年份，例如 2024。');
  return Number(text);
}

export function parseLayout(text: string): ImportOptions['layout'] {
  if (text === 'report' || text === 'collection') return text;
  throw new InvalidArgumentError('应为 report 或 collection。');
}

export function parseErrorPolicy(text: string): ErrorPolicy {
  if (text === 'REJECT_ALL' || text === 'REJECT_REPORT' || text === 'ACCEPT_VALID_CELLS') return text;
  throw new InvalidArgumentError('应为 REJECT_ALL、REJECT_REPORT 或 ACCEPT_VALID_CELLS。');
}
