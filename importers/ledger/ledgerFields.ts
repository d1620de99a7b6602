import type { LedgerField } from '../../src/ledger/ledgerFields.js';

/** Fields of which a ledger may keep two columns: whether, and when. */
export const markFields: readonly LedgerField[] = ['correctionAsked', 'thirdPartyAsked', 'extended'];

/** How a column is called. Tried on its whole label, head over sub-head, without spaces and signs. */
export interface FieldLabel {
  /** `detail` columns say more of a word: 答复类别 and 具体情形. */
  readonly field: LedgerField | 'serial' | 'applicantDetail' | 'outcomeDetail';
  readonly label: RegExp;
  readonly not?: RegExp;
  /** Of several columns the one with the lowest rank is taken. */
  readonly rank: number;
  /** In which group of a lawsuit the results of the column are. */
  readonly route?: 'directLitigation' | 'litigationAfterReconsideration';
}

const day = '(?:日期|时间|年月日|日|之日)$';
const elsewhere = /补正|第三方|征求|征询|延期|延长|复议|诉讼|起诉|收费|缴费/;
const deadline = /期限|截止|到期|应答|应当|法定|最迟|剩余|提醒|预警/;
const remedies = /复议|诉讼|起诉/;
const decided = '判决|裁判|裁定|裁决|结案|审结|宣判|办结|结果';
const undecidedDay = /立案|受理|收到|送达|提起|提出|申请(?:日期|时间)|期限|截止/;

/** The labels seen in ledgers and request systems, the surest first. */
export const fieldLabels: readonly FieldLabel[] = [
  { field: 'serial', label: /^(?:序号|行号|no|序)$/i, rank: 1 },
  {
    field: 'number',
    label: /(?:申请|申请单|申请表|申请书|申请件|依申请公开)(?:登记)?(?:编号|号|号码|流水号)$/,
    not: /答复|文号|证|复议|诉讼|电话|手机/,
    rank: 1,
  },
  {
    field: 'number',
    label:
      /(?:登记|受理|收件|收文|案件|流水|件|办件|业务|系统)(?:编号|号|号码|流水号)$|^(?:编号|件号|案号|流水号)$/,
    not: /答复|证|复议|诉讼|电话|手机/,
    rank: 2,
  },
  {
    field: 'applicant',
    label:
      /(?:申请人|申请主体|申请者|申请单位|主体|申请对象)(?:的)?(?:主体)?(?:类型|类别|性质|属性|分类|种类|身份类型|身份类别|身份)$/,
    rank: 1,
  },
  { field: 'applicant', label: /^(?:类型|公民法人或其他组织|公民或法人|申请人)$/, rank: 3 },
  {
    field: 'applicantDetail',
    label: /(?:法人|组织|机构|单位)(?:或其他组织)?(?:类型|类别|性质|分类|细类)$|申请人(?:细类|子类|小类)$/,
    rank: 2,
  },
  {
    field: 'correctionReceived',
    label: new RegExp(
      `补正.*(?:收到|提交|完成|材料|回复|返回|补齐|反馈|回执).*${day}|(?:收到|提交|完成).*补正.*${day}`,
    ),
    rank: 1,
  },
  {
    field: 'correctionAsked',
    label: new RegExp(
      `补正.*(?:告知|通知|发出|要求|下发|发送|送达).*${day}|(?:告知|通知|发出|要求|下发).*补正.*${day}`,
    ),
    not: deadline,
    rank: 1,
  },
  { field: 'correctionReceived', label: new RegExp(`补正${day}`), rank: 2 },
  { field: 'correctionAsked', label: /是否.*补正|补正(?:情况|与否|否)?$|补正是否/, rank: 2 },
  {
    field: 'thirdPartyReplied',
    label: new RegExp(
      `(?:第三方|征求|征询).*(?:回复|答复|反馈|收到|返回|回函|复函|来函|回意见).*${day}|收到.*第三方.*${day}`,
    ),
    rank: 1,
  },
  {
    field: 'thirdPartyAsked',
    label: new RegExp(`(?:第三方|征求|征询).*${day}`),
    not: /回复|答复|反馈|收到|返回|回函|复函|来函|期限|截止/,
    rank: 1,
  },
  { field: 'thirdPartyAsked', label: /是否.*(?:第三方|征求|征询)|征求第三方(?:意见)?$|^第三方$/, rank: 2 },
  {
    field: 'extended',
    label: new RegExp(`(?:延期|延长).*${day}`),
    not: /延期至|延期后|延长至|截止|到期|期限届满/,
    rank: 1,
  },
  {
    field: 'extended',
    label: /是否.*(?:延期|延长)|(?:延期|延长)(?:情况|答复|办理|与否|答复期限|期限|否)?$/,
    rank: 2,
  },
  {
    field: 'received',
    label: new RegExp(
      `(?:收到|签收|收件|收文|接收|来件)(?:申请|申请书|申请表|件)?(?:的)?${day}|^申请.*(?:收到|签收|收件).*${day}`,
    ),
    not: new RegExp(`答复|送达|${elsewhere.source}`),
    rank: 1,
  },
  {
    field: 'received',
    label: new RegExp(`受理.*${day}`),
    not: new RegExp(`答复|办结|${elsewhere.source}|${deadline.source}`),
    rank: 2,
  },
  {
    field: 'received',
    label: new RegExp(`登记.*${day}`),
    not: new RegExp(`答复|办结|${elsewhere.source}|${deadline.source}`),
    rank: 3,
  },
  {
    field: 'received',
    label: new RegExp(`(?:申请|提出|递交|提交|来信|来访).*${day}`),
    not: new RegExp(`答复|办结|回复|送达|寄出|${elsewhere.source}|${deadline.source}`),
    rank: 4,
  },
  {
    field: 'answered',
    label: new RegExp(`(?:寄出|送达|寄送|寄发|交邮|邮寄|发出|送出|签收).*${day}`),
    not: new RegExp(`^申请|收到|${elsewhere.source}|${deadline.source}`),
    rank: 1,
  },
  {
    field: 'answered',
    label: new RegExp(`(?:答复|回复|办结|结案|办毕|办理完成|完成|作出|告知|反馈).*${day}`),
    not: new RegExp(`${elsewhere.source}|${deadline.source}`),
    rank: 2,
  },
  {
    field: 'outcome',
    label:
      /(?:答复|办理|处理|办结|回复|公开|受理|结案|结果)(?:书)?(?:的)?(?:类型|类别|结果|种类|结论|分类|结果类型|结果类别|性质)$|^(?:结果|答复|办理结果情况)$/,
    not: new RegExp(`满意|第三方|征求|补正|${remedies.source}|公开类别`),
    rank: 1,
  },
  {
    field: 'outcome',
    label: /(?:答复|办理|处理|办结|回复|公开)(?:情况|意见|情形|形式)$/,
    not: new RegExp(`第三方|征求|补正|${remedies.source}`),
    rank: 2,
  },
  {
    field: 'outcomeDetail',
    label:
      /(?:具体情形|具体情况|情形|细类|子类|小类|二级分类|二级类别|具体类型|具体类别|明细|适用情形)$|(?:不予公开|无法提供|不予处理|不公开)(?:的)?(?:理由|情形|原因|依据|类型|类别)$/,
    not: new RegExp(`申请人|第三方|${remedies.source}`),
    rank: 1,
  },
  {
    field: 'channel',
    label:
      /(?:申请|提交|受理|收件|来件|接收|递交|提出)(?:的)?(?:方式|渠道|途径|来源|形式)$|^(?:方式|渠道|来源)$/,
    not: /获取|提供|答复|公开方式|送达|联系/,
    rank: 1,
  },
  {
    field: 'fee',
    label: /(?:收费|费用|处理费|缴费|收取)(?:的)?(?:金额|数额|元|情况|标准)*$|是否收费/,
    not: /理由|文号|日期|时间/,
    rank: 1,
  },
  {
    field: 'reconsiderationDecided',
    label: new RegExp(`复议.*(?:决定|结案|审结|办结|结果|裁决).*${day}`),
    not: new RegExp(`诉讼|起诉|${undecidedDay.source}`),
    rank: 1,
  },
  {
    field: 'litigationDecided',
    label: new RegExp(`(?:诉讼|起诉).*(?:${decided}).*${day}|^(?:判决|裁判|裁定|宣判)(?:书)?${day}`),
    not: undecidedDay,
    rank: 1,
  },
  {
    field: 'litigationResult',
    label: /直接起诉.*(?:结果|结论|情况)?$/,
    not: /是否|途径|类型/,
    rank: 1,
    route: 'directLitigation',
  },
  {
    field: 'litigationResult',
    label: /复议后起诉.*(?:结果|结论|情况)?$/,
    not: /是否|途径|类型/,
    rank: 1,
    route: 'litigationAfterReconsideration',
  },
  {
    field: 'litigationRoute',
    label:
      /(?:诉讼|起诉).*(?:途径|类型|类别|方式|路径|来源|前置|情形|是否经.*复议)$|是否.*复议后.*(?:诉讼|起诉)/,
    rank: 1,
  },
  {
    field: 'reconsiderationResult',
    label: /复议.*(?:结果|结论|决定|情况)$|^(?:行政)?复议$/,
    not: /诉讼|起诉|日期|时间|文号/,
    rank: 1,
  },
  {
    field: 'litigationResult',
    label: /诉讼.*(?:结果|结论|判决|裁判|情况)$|^(?:行政)?诉讼$/,
    not: /日期|时间|文号|案号/,
    rank: 1,
  },
];

/** Labels of what is never kept, and others that tell the head of a ledger from any other line. */
export const personalLabels =
  /姓名|名称|联系|电话|手机|地址|住址|住所|邮编|邮政|身份证|证件|邮箱|e-?mail|微信|qq|代理|法定代表|代表人|信用代码|申请内容|所需|信息内容|内容描述|申请事项|诉求|用途|特征|标题|摘要|年龄|性别|民族|籍贯|出生|申请人$/i;
export const otherLabels = /备注|文号|承办|经办|科室|处室|部门|期限|序号|说明|满意|介质|获取|盖章|附件/;
