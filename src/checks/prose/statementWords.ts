/**
 * What may stand between the words of a statement and its number, in any order; anything else is about
 * something else.
 */
export const between = [
  '政府 信息 公开 依 申请 公民 法人 其他 其它 组织 提出 提交 有关 相关 各类',
  '案 事项 事宜 情况 发生 数 量 总 表 件 共 合 累 计 为 是 有 达 到 了 的 和 或 者 及 、 : ：',
].flatMap((words) => words.split(' '));

/** A sentence with these speaks of requests for information: 申请 alone only beside what is done with one. */
export const ofRequests =
  /信息公开申请|依申请|公开申请|申请公开|(?<=收到|新收|办结|办理|答复|件)(?:的)?申请/g;
/** A sentence that turns to one of these speaks of it from there on. */
export const ofOtherThings =
  /信访|投诉|举报|来信|来访|来电|咨询|热线|提案|建议|议案|留言|信箱|工单|许可|审批|处罚|证明|办件|行政复议|行政诉讼|档案|群众|问题|线索|救助|社保/g;

/** An agency that decides cases of all kinds counts those of 四 among them: 全年办理行政复议案件320件. */
export const decidesCases = /办理|审理|受理|承办|收到|接收|处理/;

/** What the cases of 四 are about: 因政府信息公开引发的行政复议, 政府信息公开行政诉讼. */
export const ofRemedies =
  /(?:因|由|对|就|涉|关于|针对|有关|引发|引起)[^。]*?(?:信息公开|依申请公开|公开申请)|(?:信息公开|依申请公开|公开申请)[^，。；、]{0,6}$/;

/**
 * Before the words, in their clause: a part of the agencies, of the applicants, of the channels, of the year; another
 * year; or only those handled in one way.
 */
export const otherwise = new RegExp(
  [
    '本级|机关本|(?<![全我本])(?:县|区|乡|镇|街道|部门|单位|科室)',
    '网|信函|邮|当面|现场|传真|电话|窗口|平台|渠道|书面|在线',
    '自然人|企业|个人|律师|同一|重复|涉及|部分',
    '按期|按时|及时|延期|逾期|当场|限期|提前|超期|未|不予|拟|正在|尚|待',
    '去年|上年(?!度?结转)|上一年(?!度?结转)|同期|同比|比|较|增|减少|下降|上升',
    '季度|半年|每|平均|日均|以来|历年|历次|月份?',
  ].join('|'),
);
