import { registerEnumType } from 'type-graphql';

export enum Grouping {
  LEVEL = 'LEVEL',
  KIND = 'KIND',
  DIVISION = 'DIVISION',
}

registerEnumType(Grouping, {
  name: 'Grouping',
  description: '年度分析按什么分组',
  valuesConfig: {
    LEVEL: { description: '机关的级别' },
    KIND: { description: '机关的类型' },
    DIVISION: { description: '行政区划代码的前几位' },
  },
});
