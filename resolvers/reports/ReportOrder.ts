import { registerEnumType } from 'type-graphql';

export enum ReportOrder {
  AGENCY = 'AGENCY',
  YEAR = 'YEAR',
  CHANGED_DESC = 'CHANGED_DESC',
  ERRORS_DESC = 'ERRORS_DESC',
}

registerEnumType(ReportOrder, {
  name: 'ReportOrder',
  description: '报告的排列次序',
  valuesConfig: {
    AGENCY: { description: '按机关代码，同一机关按年度' },
    YEAR: { description: '按年度，同一年度按机关代码' },
    CHANGED_DESC: { description: '最近改动的在前' },
    ERRORS_DESC: { description: '错误最多的在前' },
  },
});
