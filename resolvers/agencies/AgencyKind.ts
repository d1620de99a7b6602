import { registerEnumType } from 'type-graphql';
import { AgencyKind } from '../../entities/agencies/AgencyKind.js';

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: '机关的类型',
  valuesConfig: {
    GOVERNMENT: { description: '人民政府' },
    DEPARTMENT: { description: '政府部门' },
    TOWNSHIP: { description: '乡镇人民政府、街道办事处' },
    ORGANISATION: { description: '法律、法规授权的组织' },
  },
});

export { AgencyKind };
