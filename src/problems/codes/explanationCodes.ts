import type { CodeTexts } from './codeTexts.js';

/** What is said of the explanation of a finding. */
export const explanationCodes = {
  FINDING_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '报告现在没有这个核对结果',
    cause: '数字已改动，或编号写错',
    advice: '重新查询报告的核对结果',
    english: { meaning: 'The report has no such finding now', advice: 'Query its findings again' },
  },
  EXPLANATION_TOO_SHORT: {
    severity: 'warning',
    meaning: '说明太短，没有保存',
    cause: '说明不到 8 个字',
    advice: '写明数字为什么是这样，例如依据哪份台账、发生了什么变化',
    english: {
      meaning: 'The explanation is too short and was not kept',
      advice: 'Say why the number is what it is',
    },
  },
  EXPLANATION_TOO_LONG: {
    severity: 'warning',
    meaning: '说明太长，没有保存',
    cause: '说明超过 500 个字',
    advice: '写得简要些',
    english: { meaning: 'The explanation is too long and was not kept', advice: 'Be brief' },
  },
  EXPLANATION_STOCK_PHRASE: {
    severity: 'warning',
    meaning: '说明是套话，没有保存',
    cause: '只写了“核实无误”“情况属实”一类的话，没有说明原因',
    advice: '写明数字为什么是这样',
    english: {
      meaning: 'The explanation is a stock phrase and was not kept',
      advice: 'Say why the number is what it is',
    },
  },
  EXPLANATION_REPEATED: {
    severity: 'warning',
    meaning: '同样的说明用得太多，没有保存',
    cause: '一份报告里有 3 个以上的问题用同样的说明',
    advice: '就每个问题分别写明原因',
    english: {
      meaning: 'The same explanation is used too often and was not kept',
      advice: 'Give each finding its own reason',
    },
  },
  EXPLANATION_NOT_ASKED: {
    severity: 'warning',
    meaning: '这个问题不能用说明解决，说明没有保存',
    cause: '强制性审核错误必须更正；提醒不需要说明',
    advice: '更正数字；确有特殊情况的，向主管部门申请豁免',
    english: {
      meaning: 'This finding cannot be settled by an explanation',
      advice: 'Correct the number, or apply for a waiver',
    },
  },
  EXPLANATION_UNUSED: {
    severity: 'info',
    meaning: '说明没有保存：报告现在没有它所说的问题',
    cause: '数字已经更正，问题不再存在；或说明之后数字又改动',
    advice: '无需处理；问题仍在的，就现在的数字重新说明',
    english: {
      meaning: 'The explanation was not kept: its finding is gone',
      advice: 'Nothing; if the finding is still there, explain the present numbers',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
