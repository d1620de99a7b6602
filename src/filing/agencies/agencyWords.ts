import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';

/** How a kind of agency is written in a table of agencies. */
export const kindWords: Readonly<Record<AgencyKind, string>> = {
  [AgencyKind.GOVERNMENT]: '政府',
  [AgencyKind.DEPARTMENT]: '部门',
  [AgencyKind.TOWNSHIP]: '乡镇街道',
  [AgencyKind.ORGANISATION]: '授权组织',
};

export const levelWords: Readonly<Record<AgencyLevel, string>> = {
  [AgencyLevel.NATION]: '国家级',
  [AgencyLevel.PROVINCE]: '省级',
  [AgencyLevel.PREFECTURE]: '市级',
  [AgencyLevel.COUNTY]: '县级',
  [AgencyLevel.TOWNSHIP]: '乡级',
};
