import { AgencyKind } from '../../entities/agencies/AgencyKind.js';

/** An agency of the city, as it is registered. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  /** The code of the agency above; null for the city. */
  readonly parent: string | null;
  readonly kind: AgencyKind;
  /** 汇总户: its report is the sum of those below it. */
  readonly consolidates: boolean;
}

const countyNames = [...'甲乙丙丁戊己庚辛壬'].map((name) => `${name}县`);
const cityOffices = ['水利局', '林业局', '档案局'];
const countyOffices = [
  ...[
    '财政局',
    '教育局',
    '民政局',
    '司法局',
    '审计局',
    '统计局',
    '农业农村局',
    '商务局',
    '应急管理局',
    '信访局',
  ],
  ...[
    '文化和旅游局',
    '卫生健康局',
    '生态环境局',
    '住房和城乡建设局',
    '交通运输局',
    '市场监督管理局',
    '医疗保障局',
  ],
  ...['自然资源局', '城市管理局', '行政审批局', '退役军人事务局'],
];

/** Codes have one length: none is the beginning of another. */
function codeOf(county: number, office: number): string {
  return `LS${String(county).padStart(2, '0')}${String(office).padStart(2, '0')}`;
}

export const city: Unit = {
  code: codeOf(0, 0),
  name: '历山市人民政府',
  parent: null,
  kind: AgencyKind.GOVERNMENT,
  consolidates: true,
};

export const counties: readonly Unit[] = countyNames.map((name, index) => ({
  code: codeOf(index + 1, 0),
  name: `${name}人民政府`,
  parent: city.code,
  kind: AgencyKind.GOVERNMENT,
  consolidates: true,
}));

/** They stand beside the counties and file for themselves. */
export const cityDepartments: readonly Unit[] = cityOffices.map((name, index) =>
  department(codeOf(90 + index, 0), `历山市${name}`, city.code),
);

/** 21 in each county but the last two, which have 20. */
export const offices: readonly Unit[] = countyNames.flatMap((county, index) =>
  countyOffices
    .slice(0, index < 7 ? 21 : 20)
    .map((name, office) => department(codeOf(index + 1, office + 1), county + name, codeOf(index + 1, 0))),
);

/** Who fills in numbers of its own. */
export const filers: readonly Unit[] = [...cityDepartments, ...offices];

/** All of them, each behind the one above it. */
export const units: readonly Unit[] = [city, ...counties, ...filers];

export function below({ code }: Unit): readonly Unit[] {
  return units.filter(({ parent }) => parent === code);
}

function department(code: string, name: string, parent: string): Unit {
  return { code, name, parent, kind: AgencyKind.DEPARTMENT, consolidates: false };
}

export function codesOf(some: readonly Unit[]): string[] {
  return some.map(({ code }) => code);
}
