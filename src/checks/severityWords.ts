import type { Severity } from '../forms/form.js';

/** How grave a problem or a finding is, in the words people see everywhere. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  explain: '需说明',
  warning: '提示',
  info: '已清理',
};
