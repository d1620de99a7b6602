import { registerEnumType } from 'type-graphql';

export enum ImportStatus {
  STORED = 'STORED',
  UNCHANGED = 'UNCHANGED',
  REJECTED = 'REJECTED',
  DRY_RUN = 'DRY_RUN',
}

registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: '一个文件或一份报告的导入结果',
  valuesConfig: {
    STORED: { description: '已存为新版本' },
    UNCHANGED: { description: '与现在的版本相同，没有改动' },
    REJECTED: { description: '没有导入，原因见 problems' },
    DRY_RUN: { description: '试读：没有保存任何内容' },
  },
});
