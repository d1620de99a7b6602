/** What somebody or something is there for. A role says what may be done, a scope says to whose reports. */
export enum Role {
  /** 填报: fills in, explains, submits and corrects the reports of its agencies. */
  FILER = 'FILER',
  /** 审核: accepts, returns and proposes changes; grants waivers. */
  REVIEWER = 'REVIEWER',
  /** 发布: publishes what was accepted. */
  PUBLISHER = 'PUBLISHER',
  /** 审计: reads everything, the audit trail included, and changes nothing. */
  AUDITOR = 'AUDITOR',
  /** 管理: keeps agencies, deadlines and tokens, and may stand in for everybody. */
  ADMINISTRATOR = 'ADMINISTRATOR',
  /** 读取: a connected system that reads reports. */
  READER = 'READER',
  /** 系统管理, the first of the three of 三员分立: keeps settings, agencies and deadlines. */
  SYSTEM_ADMINISTRATOR = 'SYSTEM_ADMINISTRATOR',
  /** 安全管理, the second: keeps accounts, tokens and their scopes. The third is AUDITOR. */
  SECURITY_ADMINISTRATOR = 'SECURITY_ADMINISTRATOR',
}
