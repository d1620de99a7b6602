import type { CodeTexts } from './codeTexts.js';

/** What is said of people, their tokens and their rights. */
export const personCodes = {
  FORBIDDEN: {
    severity: 'error',
    status: 403,
    meaning: '账号或令牌的角色、范围不允许这样办理',
    cause: '填报、审核、发布、管理各用各的账号或令牌；只有填报单位能更正自己的报告；填报的令牌必须有范围',
    advice: '换用有相应角色的账号或令牌，或请管理员开通',
    english: {
      meaning: 'The role or scope does not allow this',
      advice: 'Use a token of the right role, or ask the administrator',
    },
  },
  UNAUTHENTICATED: {
    severity: 'error',
    status: 401,
    meaning: '没有登录或登录已失效；没有令牌，或令牌无效、已过期、已撤销',
    cause: '久未操作，登录自动结束；未填令牌或填错，或令牌的有效期已过',
    advice: '重新登录；对接的系统向管理员索取令牌（nianbao token create）',
    english: {
      meaning: 'Nobody is signed in, or there is no token, or it is not valid, expired or revoked',
      advice: 'Sign in again; connected systems ask the administrator for a token (nianbao token create)',
    },
  },
  SIGN_IN_REFUSED: {
    severity: 'error',
    status: 401,
    meaning: '账号或密码不对，或账号已停用',
    cause: '输错，大小写不对；是哪一样不对不作提示',
    advice: '核对后再试；忘记密码的，请上级机关或管理员重置',
    english: {
      meaning: 'The name or the password is wrong, or the account is closed',
      advice: 'Check and try again; whoever forgot a password has it reset by the supervising office',
    },
  },
  SIGN_IN_LOCKED: {
    severity: 'error',
    status: 429,
    meaning: '登录失败次数太多，暂时不能登录',
    cause: '同一账号连续输错多次，或同一地址失败太多',
    advice: '等 Retry-After 所说的秒数之后再试；忘记密码的，请上级机关或管理员重置',
    english: {
      meaning: 'Signing in failed too often and is locked for a while',
      advice: 'Wait the seconds that Retry-After names; or have the password reset',
    },
  },
  PASSWORD_CHANGE_REQUIRED: {
    severity: 'error',
    status: 403,
    meaning: '必须先修改密码，才能办理其他事项',
    cause: '第一次登录，或密码刚被重置',
    advice: '设一个自己的密码（PUT /session/password）',
    english: {
      meaning: 'A first or reset password must be changed before anything else',
      advice: 'Set a password of your own (PUT /session/password)',
    },
  },
  PASSWORD_WRONG: {
    severity: 'error',
    meaning: '原密码不对',
    cause: '输错，大小写不对',
    advice: '核对后再试',
    english: { meaning: 'The old password is wrong', advice: 'Check and try again' },
  },
  PASSWORD_WEAK: {
    severity: 'error',
    meaning: '新密码不合要求',
    cause: '太短，字符种类太少，含有账号，或与原密码相同',
    advice: '至少 8 个字符，大写字母、小写字母、数字、符号至少有三种，不含账号和姓名',
    english: {
      meaning: 'The new password breaks a rule',
      advice:
        'At least 8 characters of three kinds (capitals, small letters, digits, others), without the name',
    },
  },
  CROSS_SITE: {
    severity: 'error',
    status: 403,
    meaning: '请求不是从本系统的网页发出的，没有办理',
    cause: '别的网站冒用登录；或反向代理没有转发 Host',
    advice: '从本系统的网页办理；经反向代理的，请转发原来的 Host',
    english: {
      meaning: 'The request did not come from a page of this service',
      advice: 'Work from the pages of the service; a reverse proxy must pass the Host on',
    },
  },
  PERSON_EXISTS: {
    severity: 'error',
    status: 409,
    meaning: '账号已被使用',
    cause: '重复开通，或与令牌同名',
    advice: '换一个账号',
    english: { meaning: 'The name of the account is taken', advice: 'Choose another name' },
  },
  PERSON_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这个账号',
    cause: '账号写错，或不在自己的范围内',
    advice: '在账号列表中查看',
    english: { meaning: 'There is no such account', advice: 'See the list of accounts' },
  },
  OFFICE_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '账号没有这个任职机关',
    cause: '任职已被更改',
    advice: '重新查询自己的任职机关，从中选一个',
    english: { meaning: 'The person has no such office', advice: 'Choose one of the offices of viewer' },
  },
  IDENTITY_REFUSED: {
    severity: 'error',
    meaning: '统一身份登录没有成功',
    cause: '统一身份没有绑定账号、账号已停用，或登录中途中断',
    advice: '重新登录；没有绑定的，把网页上的标识交给管理员绑定',
    english: {
      meaning: 'Signing in through the provider did not succeed, or the identity is not bound to an account',
      advice: 'Try again; hand the identity shown to the administrator to be bound',
    },
  },
  TOKEN_EXISTS: {
    severity: 'error',
    status: 409,
    meaning: '令牌名称已被使用',
    cause: '重复创建，或与已撤销的令牌同名',
    advice: '换一个名称',
    english: { meaning: 'The name of the token is taken', advice: 'Choose another name' },
  },
  TOKEN_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这个名称的令牌，或已撤销',
    cause: '名称不对',
    advice: '用 nianbao token list 查看',
    english: { meaning: 'There is no such token, or it is revoked', advice: 'See nianbao token list' },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
