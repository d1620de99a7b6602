/** What becomes of a file or a report that is imported. */
export const importStatuses = {
  STORED: { words: '已存', inFull: '已存为新版本' },
  UNCHANGED: { words: '没有改动', inFull: '与现在的版本相同，没有改动' },
  REJECTED: { words: '拒绝', inFull: '没有导入，原因见 problems' },
  DRY_RUN: { words: '试读', inFull: '试读：没有保存任何内容' },
} as const;

export type ImportStatus = keyof typeof importStatuses;
