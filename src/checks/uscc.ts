import type { Severity } from '../forms/form.js';

/** Why a 统一社会信用代码 is not one (error), or looks mistyped (warning). */
export interface UsccFault {
  readonly severity: Extract<Severity, 'error' | 'warning'>;
  readonly message: string;
}

/** GB 32100-2015: the digits and capital letters in the order of their values; I, O, Z, S and V are not used. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codeLength = 18;

/** Who registers (the first character) and what is registered there (the second), with the amendment of 2016. */
const classes: Readonly<Record<string, string>> = {
  '1': '1239', // 机构编制：机关、事业单位、群众团体、其他
  '2': '19', // 外交
  '3': '123459', // 司法行政
  '4': '19', // 文化
  '5': '1239', // 民政
  '6': '129', // 旅游
  '7': '129', // 宗教
  '8': '19', // 工会
  '9': '1239', // 市场监管
  A: '19', // 中央军委改革和编制办公室
  N: '1239', // 农业
  Y: '1', // 其他
};

/**
 * What is wrong with a 统一社会信用代码 by GB 32100-2015, as written; null when nothing is. A wrong form is an
 * error. A wrong check character is a warning: codes in use fail it.
 */
export function usccFault(code: string): UsccFault | null {
  const fault = formFault(code);
  if (fault) return { severity: 'error', message: `统一社会信用代码“${code}”${fault}。请对照登记证书核对。` };
  const [check, right] = [code.at(-1), checkCharacter(code)];
  if (check === right) return null;
  return {
    severity: 'warning',
    message: `统一社会信用代码“${code}”的校验码是 ${check}，按 GB 32100-2015 算得 ${right}。请对照登记证书核对；证书上确是这样的，可以不改。`,
  };
}

function formFault(code: string): string | null {
  const characters = [...code];
  if (characters.length !== codeLength) return `有 ${characters.length} 个字符，应为 ${codeLength} 个`;
  const wrong = characters.findIndex((character) => !alphabet.includes(character));
  if (wrong >= 0)
    return `第 ${wrong + 1} 个字符“${characters[wrong]}”不能用，只能用数字和大写字母（I、O、Z、S、V 除外）`;
  const [department = '', kind = ''] = characters;
  const kinds = classes[department];
  if (kinds === undefined) return `第 1 个字符“${department}”不是登记管理部门代码`;
  if (!kinds.includes(kind)) return `第 2 个字符“${kind}”不是该登记管理部门的机构类别代码`;
  if (!/^\d{6}$/.test(code.slice(2, 8))) return '第 3 至第 8 个字符应为登记管理机关的行政区划代码，六位数字';
  return null;
}

/** The 18th character for the first 17: weights are the powers of 3 modulo 31. */
export function checkCharacter(code: string): string {
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, codeLength - 1)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % alphabet.length;
  }
  return alphabet[(alphabet.length - (sum % alphabet.length)) % alphabet.length]!;
}
