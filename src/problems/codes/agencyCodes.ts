import type { CodeTexts } from './codeTexts.js';

/** What the registration of agencies says. */
export const agencyCodes = {
  AGENCY_EXISTS: {
    severity: 'error',
    status: 409,
    meaning: '机关代码已被使用',
    cause: '重复登记',
    advice: '换一个代码，或使用已登记的机关',
    english: {
      meaning: 'The code of the agency is taken',
      advice: 'Use another code, or the registered agency',
    },
  },
  NAME_CLEANED: {
    severity: 'info',
    meaning: '机关的名称或别名里有看不见的字符，已经去掉',
    cause: '从网页或别的文件复制时带来零宽空格等字符',
    advice: '不必处理',
    english: {
      meaning: 'The name or an alias of the agency held characters that nobody sees; they were left out',
      advice: 'Nothing to do',
    },
  },
  INVALID_USCC: {
    severity: 'error',
    meaning: '统一社会信用代码不对',
    cause: '抄写有误；校验码不符的也可能是证书上就这样（只作提醒）',
    advice: '对照登记证书核对',
    english: {
      meaning: 'The unified social credit code is not valid',
      advice: 'Compare it with the certificate',
    },
  },
  AGENCY_CYCLE: {
    severity: 'error',
    meaning: '上下级绕成了一圈',
    cause: '上级代码写错，把机关放到了自己的下级之下',
    advice: '核对上级代码',
    english: {
      meaning: 'Agencies would stand above each other in a circle',
      advice: 'Check the code of the parent',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
