import { registerEnumType } from 'type-graphql';

export enum Quantity {
  COUNT = 'count',
  CHANGE = 'change',
  MONEY = 'money',
}

registerEnumType(Quantity, {
  name: 'Quantity',
  description: '一格里填的是什么',
  valuesConfig: {
    COUNT: { description: '数量：不小于零的整数' },
    CHANGE: { description: '增减：整数，可为负' },
    MONEY: { description: '金额：万元，最多六位小数' },
  },
});
