import { registerEnumType } from 'type-graphql';

export enum VersionOrigin {
  IMPORT = 'IMPORT',
  CORRECTION = 'CORRECTION',
  REVERT = 'REVERT',
  API = 'API',
  CONSOLIDATION = 'CONSOLIDATION',
}

registerEnumType(VersionOrigin, {
  name: 'VersionOrigin',
  description: '报告版本的来历',
  valuesConfig: {
    IMPORT: { description: '由文件导入' },
    CORRECTION: { description: '更正了个别格' },
    REVERT: { description: '恢复为早先的版本' },
    CONSOLIDATION: { description: '由各机关的报告汇总（reportConsolidate）' },
    API: { description: '由其他系统逐格报送（reportImport）' },
  },
});
