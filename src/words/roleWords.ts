/** What a role is called, and what whoever has it does. */
export const roleWords = {
  FILER: { label: '填报', description: '填报、更正、说明、上报本机关的报告' },
  REVIEWER: { label: '审核', description: '审核、退回下级机关的报告，提出修改建议，批准豁免' },
  PUBLISHER: { label: '发布', description: '发布审核通过的报告，启动更正' },
  AUDITOR: { label: '审计', description: '查看全部内容和留痕，核验留痕，不能改动' },
  ADMINISTRATOR: { label: '管理', description: '管理机关、期限、账号和令牌，并可代办各项' },
  SYSTEM_ADMINISTRATOR: { label: '系统管理', description: '管理机关和期限，不能看、不能动报告的数' },
  SECURITY_ADMINISTRATOR: { label: '安全管理', description: '管理账号、令牌和范围，不能看、不能动报告的数' },
  READER: { label: '读取', description: '供对接系统读取报告' },
} as const;
