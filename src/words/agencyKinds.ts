/** What kind of agency files, as tables and pages call it, and in full. */
export const agencyKinds = {
  GOVERNMENT: { words: '政府', inFull: '人民政府' },
  DEPARTMENT: { words: '部门', inFull: '政府部门' },
  TOWNSHIP: { words: '乡镇街道', inFull: '乡镇人民政府、街道办事处' },
  ORGANISATION: { words: '授权组织', inFull: '法律、法规授权的组织' },
} as const;

export type AgencyKindName = keyof typeof agencyKinds;

/** At which level of government an agency stands. */
export const agencyLevels = {
  NATION: { words: '国家级', inFull: '国家级' },
  PROVINCE: { words: '省级', inFull: '省级' },
  PREFECTURE: { words: '市级', inFull: '市级（地级）' },
  COUNTY: { words: '县级', inFull: '县级' },
  TOWNSHIP: { words: '乡级', inFull: '乡级' },
} as const;
