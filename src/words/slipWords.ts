import { lockedWords } from './signInLimits.js';

/** What the slip of paper with a first password says, on the page and in the file of the command line. */
export const slipWords = {
  whose: (displayName: string) => `${displayName}，政府信息公开工作年度报告系统`,
  address: '网址',
  name: '账号',
  password: '首次密码',
  advice: `第一次登录后请立即修改密码，本条随即销毁。${lockedWords}。`,
} as const;
