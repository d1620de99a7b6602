import type { CodeTexts } from './codeTexts.js';

/** What a change of a report says. */
export const reportCodes = {
  VERSION_CONFLICT: {
    severity: 'error',
    status: 409,
    meaning: '报告已被别人改动',
    cause: '两人同时更正',
    advice: '查看现在的数字后再更正',
    english: {
      meaning: 'Somebody else has changed the report',
      advice: 'Look at its numbers now, then correct',
    },
  },
  REPORT_NOT_FOUND: {
    severity: 'error',
    status: 404,
    meaning: '没有这份报告',
    cause: '机关或年度不对，或尚未导入',
    advice: '核对机关和年度',
    english: { meaning: 'There is no such report', advice: 'Check agency and year' },
  },
  VERSION_NOT_FOUND: {
    severity: 'error',
    status: 404,
    meaning: '报告没有这个版本',
    cause: '版本号不对',
    advice: '在版本列表中查看',
    english: { meaning: 'The report has no such version', advice: 'See the list of versions' },
  },
  CELL_UNKNOWN: {
    severity: 'error',
    meaning: '统一格式里没有这一格',
    cause: '格的名称不对，或属于另一年的格式',
    advice: '查看统一格式的格名',
    english: { meaning: 'The form has no such cell', advice: 'See the cells of the form' },
  },
  CELL_TWICE: {
    severity: 'error',
    meaning: '同一格出现两次',
    cause: '一次更正或一份逐格报送里重复填写',
    advice: '同一格只保留一个数',
    english: { meaning: 'The same cell is given twice', advice: 'Give one number for each cell' },
  },
  REPAIR_UNKNOWN: {
    severity: 'error',
    meaning: '报告没有这个改法',
    cause: '报告已改动，或改法的编号不对',
    advice: '重新查询改法，从中选一个',
    english: { meaning: 'The report has no such repair', advice: 'Query the repairs again and choose one' },
  },
  REASON_REQUIRED: {
    severity: 'error',
    meaning: '没有写更正理由',
    cause: '理由为空或太长',
    advice: '写明更正理由（不超过 500 字）',
    english: { meaning: 'A reason is missing', advice: 'Give a reason of at most 500 characters' },
  },
  NOTHING_CHANGED: {
    severity: 'error',
    meaning: '没有任何改动',
    cause: '改后的数与现在的数相同',
    advice: '核对后再提交',
    english: { meaning: 'Nothing would change', advice: 'Check and send again' },
  },
  LOCKED: {
    severity: 'error',
    meaning: '报告已锁定，这次没有保存任何内容',
    cause: '报告已上报、审核通过或发布',
    advice: '已上报的可以撤回，或请主管部门退回；已发布的先启动更正',
    english: {
      meaning: 'The report is locked; nothing was stored',
      advice: 'Withdraw it, have it returned, or reopen it when it is published',
    },
  },
  NOT_CONSOLIDATING: {
    severity: 'error',
    meaning: '这个机关不是汇总户',
    cause: '登记时没有标明汇总户，或选错了本级和汇总两个机关',
    advice: '选择汇总户；确是汇总户的，先修改登记',
    english: {
      meaning: 'The agency does not consolidate others',
      advice: 'Choose the consolidating one, or change its registration',
    },
  },
  NOTHING_TO_CONSOLIDATE: {
    severity: 'error',
    meaning: '名单内的机关都还没有报告',
    cause: '各机关没有填报，或年度写错',
    advice: '催报后再汇总',
    english: { meaning: 'No agency below has a report yet', advice: 'Remind them, then consolidate' },
  },
  FONT_LACKS: {
    severity: 'error',
    meaning: 'PDF 的字体没有报告中的某些字，没有生成 PDF',
    cause: '机关名称或文字中有生僻字、符号',
    advice: '改用 .docx 或 .html，或换一种写法',
    english: {
      meaning: 'The font of the PDF lacks some characters of the report, so no PDF was made',
      advice: 'Use .docx or .html, or write it differently',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
