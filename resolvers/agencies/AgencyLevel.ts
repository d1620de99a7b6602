import { registerEnumType } from 'type-graphql';
import { AgencyLevel } from '../../entities/agencies/AgencyLevel.js';

registerEnumType(AgencyLevel, {
  name: 'AgencyLevel',
  description: '机关的级别',
  valuesConfig: {
    NATION: { description: '国家级' },
    PROVINCE: { description: '省级' },
    PREFECTURE: { description: '市级（地级）' },
    COUNTY: { description: '县级' },
    TOWNSHIP: { description: '乡级' },
  },
});

export { AgencyLevel };
