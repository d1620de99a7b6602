import type { CodeTexts } from './codeTexts.js';

/** What the way of a report to publication says. */
export const workflowCodes = {
  STATUS_CONFLICT: {
    severity: 'error',
    status: 409,
    meaning: '报告现在的状态不能做这一步',
    cause: '报告已由别人上报、退回或发布，或还没有到这一步',
    advice: '重新查询报告的状态，按“下一步”办理',
    english: {
      meaning: 'The report cannot take this step in its present status',
      advice: 'Query its status and follow its next steps',
    },
  },
  PUBLICATION_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这一次发布',
    cause: '次数写错，或报告还没有发布那么多次',
    advice: '在报告的发布记录中查看有几次发布；不写 publication 时给出现在的版本',
    english: {
      meaning: 'There is no such publication',
      advice: 'Look at the publications of the report; without the parameter the current version is given',
    },
  },
  SECTION_MISSING: {
    severity: 'error',
    meaning: '一（总体情况）或五（存在的主要问题及改进情况）没有文字，不能发布',
    cause: '《政府信息公开条例》第五十条要求年度报告包括这两部分；导入的表里只有统计表',
    advice: '在网页上或用 sectionCorrect 补上这一部分的文字，再发布',
    english: {
      meaning:
        'Section 一 (overview) or 五 (main problems and improvements) has no text, so the report cannot be published',
      advice: 'Write the section in the page or with sectionCorrect, then publish',
    },
  },
  SUBMISSION_BLOCKED: {
    severity: 'error',
    meaning: '还不能上报或发布',
    cause: '有强制性审核错误、因空白无法判断的和数，或没有说明的核实问题',
    advice: '逐条更正、填满或说明；确有特殊情况的，向主管部门申请豁免',
    english: {
      meaning: 'The report cannot be submitted or published yet',
      advice: 'Correct, fill in or explain each; apply for a waiver where that is impossible',
    },
  },
  REMARK_REQUIRED: {
    severity: 'error',
    meaning: '退回时没有写意见，或意见指的格不存在',
    cause: '意见为空、太长，或格的名称写错',
    advice: '写明退回意见（不超过 500 字），格的名称照报告中的写',
    english: {
      meaning: 'A report is returned without a remark, or a remark names a cell that does not exist',
      advice: 'Write a remark of at most 500 characters with cells as the report names them',
    },
  },
  PROPOSAL_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这条修改建议，或已经处理',
    cause: '编号写错，或别人已经采纳或不采纳',
    advice: '重新查询报告的修改建议',
    english: { meaning: 'There is no such proposal, or it is decided', advice: 'Query the proposals again' },
  },
  WAIVER_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这条豁免申请，或已经处理',
    cause: '编号写错，或别人已经批准或不批准',
    advice: '重新查询报告的豁免申请',
    english: { meaning: 'There is no such waiver, or it is decided', advice: 'Query the waivers again' },
  },
  WAIVER_EXPIRY: {
    severity: 'error',
    meaning: '豁免的期限不对',
    cause: '批准豁免时没有写期限，或期限已过、超过一年',
    advice: '写明期限：今后一年以内的时间',
    english: {
      meaning: 'The end of the waiver is missing, past, or more than a year ahead',
      advice: 'Give a time within the coming year',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
