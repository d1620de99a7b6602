import type { CodeTexts } from './codeTexts.js';

/** What the reading of one cell says: whether it holds a number, and which. */
export const numberCodes = {
  NOT_A_NUMBER: {
    severity: 'error',
    meaning: '不是数字',
    cause: '数字栏里写了文字',
    advice: '改为数字；没有的填 0',
    english: { meaning: 'Not a number', advice: 'Write a number, or 0' },
  },
  NOT_WHOLE: {
    severity: 'error',
    meaning: '件数不是整数',
    cause: '误填小数，或单位不对',
    advice: '改为整数',
    english: { meaning: 'A count is not a whole number', advice: 'Write a whole number' },
  },
  TOO_PRECISE: {
    severity: 'error',
    meaning: '金额的小数超过六位（不足一分）',
    cause: '单位不是万元，或由公式算出',
    advice: '按万元填写，保留四位小数',
    english: {
      meaning: 'An amount has more than six decimals (less than 0.01 yuan)',
      advice: 'Write 万元 with four decimals',
    },
  },
  OUT_OF_RANGE: {
    severity: 'error',
    meaning: '数字大得不可能',
    cause: '多按了键，或把编号填进了数字栏',
    advice: '核对后改正',
    english: { meaning: 'The number is impossibly large', advice: 'Check and correct it' },
  },
  FORMULA_NOT_CALCULATED: {
    severity: 'error',
    meaning: '公式没有计算结果',
    cause: '文件由程序生成，没有用 WPS 或 Excel 打开计算过',
    advice: '用 WPS 或 Excel 打开，保存一次后重新上传',
    english: {
      meaning: 'A formula has no result',
      advice: 'Open the file in WPS or Excel, save it once, upload again',
    },
  },
  CELL_ERROR: {
    severity: 'error',
    meaning: '单元格是错误值',
    cause: '公式引用失效、除以零等',
    advice: '改为数字',
    english: { meaning: 'The cell holds an error value', advice: 'Write a number' },
  },
  UNIT_CONVERTED: {
    severity: 'info',
    meaning: '单位已换算',
    cause: '以元、亿元等填写，统一格式为万元',
    advice: '请核对换算结果',
    english: { meaning: 'The unit was converted', advice: 'Check the result' },
  },
  NUMBER_CLEANED: {
    severity: 'info',
    meaning: '数字的写法已规范',
    cause: '全角数字、千位分隔符、空格、随数字写的单位',
    advice: '无需处理',
    english: { meaning: 'The way the number is written was cleaned up', advice: 'Nothing' },
  },
  SCALED_DISPLAY: {
    severity: 'warning',
    meaning: '单元格显示的数与存的数相差若干个十倍，已按显示的意思读取',
    cause: '用“万元”“千元”等数字格式显示以元存的数',
    advice: '核对换算结果；最好直接按万元填写',
    english: {
      meaning: 'The number shown is the one stored times a power of ten; read as it is shown',
      advice: 'Check the result; better write 万元 directly',
    },
  },
  DISPLAY_UNCLEAR: {
    severity: 'error',
    meaning: '单元格显示的和存的对不上，不能确定是哪一个数',
    cause: '数字格式里夹带数字，或使数字不显示',
    advice: '把单元格格式改为“常规”，重填数字',
    english: {
      meaning: 'The number shown and the one stored disagree',
      advice: 'Set the format of the cell to 常规 and write the number again',
    },
  },
  NOTE_IN_CELL: {
    severity: 'info',
    meaning: '数字旁边的注释、上标、划去或隐藏的字没有读入',
    cause: '在数字格里加注，如 22（其中修订16件）、3089①',
    advice: '请核对读到的数',
    english: {
      meaning: 'A note, superscript, struck-out or hidden text beside the number was not read',
      advice: 'Check the number that was read',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
