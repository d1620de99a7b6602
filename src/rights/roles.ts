import { Role } from '../../entities/access/Role.js';

/** What a role is called, and what whoever has it does. */
export const roles: Readonly<Record<Role, { readonly label: string; readonly description: string }>> = {
  [Role.FILER]: { label: '填报', description: '填报、更正、说明、上报本机关的报告' },
  [Role.REVIEWER]: { label: '审核', description: '审核、退回下级机关的报告，提出修改建议，批准豁免' },
  [Role.PUBLISHER]: { label: '发布', description: '发布审核通过的报告，启动更正' },
  [Role.AUDITOR]: { label: '审计', description: '查看全部内容和留痕，核验留痕，不能改动' },
  [Role.ADMINISTRATOR]: { label: '管理', description: '管理机关、期限、账号和令牌，并可代办各项' },
  [Role.SYSTEM_ADMINISTRATOR]: { label: '系统管理', description: '管理机关和期限，不能看、不能动报告的数' },
  [Role.SECURITY_ADMINISTRATOR]: {
    label: '安全管理',
    description: '管理账号、令牌和范围，不能看、不能动报告的数',
  },
  [Role.READER]: { label: '读取', description: '供对接系统读取报告' },
};

/** 填报、管理 */
export function roleLabels(named: readonly Role[]): string {
  return named.map((role) => roles[role].label).join('、');
}

/** 三员: with the separation of duties, who is one of the three is nothing else. */
export const threeOfficers: ReadonlySet<Role> = new Set([
  Role.SYSTEM_ADMINISTRATOR,
  Role.SECURITY_ADMINISTRATOR,
  Role.AUDITOR,
]);
