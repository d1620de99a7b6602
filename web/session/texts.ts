import { passwordHint } from '../../src/words/passwordRules.js';

/** What the frame of the desk and the sign-in page say. */
export const texts = {
  product: '年报',
  skip: '跳到正文',
  pages: '各页',
  playground: '查询界面',
  signIn: '登录',
  signOut: '退出登录',
  actingFor: '代表',
  everywhere: '全部机关',
  heading: '政府信息公开工作年度报告',
  intro: '填报、核对、上报、审核、汇总、发布。',
  name: '账号',
  password: '密码',
  newPassword: '新密码',
  change: '换新密码',
  changeHeading: '第一次登录，请换新密码',
  changeHint: passwordHint,
  changeDone: '密码已更换。',
  otherIdentity: '用统一身份登录',
  withToken: '用令牌进入',
  token: '令牌',
  tokenHint: '令牌由管理员发放，以 nb_ 开头，只保存在这个标签页里。',
  enter: '进入',
  tokenWrong: '令牌不对，或已被撤销。请向管理员索取。',
  noAccounts: '这台服务器没有开通账号。请用令牌进入。',
  upload: '不登录，只上传核对文件',
} as const;

/** The pages of the desk, in the order of the work. */
export const pages = [
  { to: '/', label: '待办' },
  { to: '/reports', label: '报告' },
  { to: '/upload', label: '上传' },
  { to: '/ledger', label: '台账' },
  { to: '/season', label: '进度' },
  { to: '/rollup', label: '汇总' },
  { to: '/waivers', label: '豁免和建议' },
  { to: '/agencies', label: '机关' },
  { to: '/people', label: '账号' },
  { to: '/audit', label: '留痕' },
] as const;
