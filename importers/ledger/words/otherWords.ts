import type { Channel } from '../../../src/ledger/LedgerCase.js';

/** How a request came in. */
export const channelWords: Readonly<Record<Channel, readonly string[]>> = {
  inPerson: ['当面', '现场', '当面提交', '现场申请', '窗口', '当面申请', '来访'],
  post: ['邮寄', '信函', 'ems', '邮政', '寄信', '信件', '邮件寄送', '挂号信', '快递'],
  online: ['在线', '网上', '网站', '平台', '网络', '在线申请', '网上申请', '网站平台', '网络申请', '互联网'],
  email: ['电子邮件', '邮箱', '电子邮箱', 'email', '邮件'],
  fax: ['传真'],
  other: ['其他', '其它'],
};

export const yesWords = [
  '是',
  '有',
  '已',
  '√',
  '✓',
  '✔',
  'y',
  'yes',
  '对',
  '1',
  'true',
  '已延期',
  '已补正',
  '已征求',
  '延期',
  '补正',
  '需要',
];
/** What people write where there is nothing to tell. */
export const noWords = [
  '',
  '否',
  '无',
  '未',
  '没有',
  '×',
  'x',
  'n',
  'no',
  '0',
  'false',
  '不',
  '未延期',
  '未补正',
  '未征求',
  '不需要',
  '不涉及',
  '暂无',
  '空',
  '无延期',
  '无补正',
];
/** What stands for a day that has not come. */
export const notYet = [
  '办理中',
  '未答复',
  '待答复',
  '未办结',
  '在办',
  '正在办理',
  '未回复',
  '待回复',
  '结转',
  '未收到',
  '待补正',
];

/** Columns of 四, in the words of courts and of the authorities of reconsideration. */
export const remedyWords: Readonly<Record<string, readonly string[]>> = {
  upheld: [
    '结果维持',
    '维持',
    '维持原行政行为',
    '驳回诉讼请求',
    '驳回行政复议请求',
    '驳回复议请求',
    '驳回复议申请',
  ],
  corrected: [
    '结果纠正',
    '纠正',
    '撤销',
    '变更',
    '确认违法',
    '责令履行',
    '责令重作',
    '撤销重作',
    '责令重新答复',
    '败诉',
  ],
  otherResult: [
    '其他结果',
    '其他',
    '终止',
    '撤回',
    '撤诉',
    '驳回起诉',
    '不予受理',
    '调解',
    '和解',
    '裁定撤诉',
  ],
  pending: ['尚未审结', '未审结', '审理中', '在审', '未结', '待决', '办理中', '审查中', '一审中', '二审中'],
};

/** Rows of 四. */
export const routeWords: Readonly<Record<string, readonly string[]>> = {
  directLitigation: ['未经复议直接起诉', '直接起诉', '未经复议', '直接诉讼', '未复议'],
  litigationAfterReconsideration: ['复议后起诉', '经复议', '复议后诉讼', '经复议后起诉', '复议后'],
};
