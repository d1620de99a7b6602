/** What a password must be: 等级保护 asks for length and kinds of characters, changed at the first sign-in. */
export const passwordRules = {
  shortest: 8,
  longest: 128,
  /** Of capitals, small letters, digits and everything else. */
  kinds: 3,
} as const;

const { shortest, kinds } = passwordRules;

/** How the kinds are asked for. */
export const kindsAsked = `大写字母、小写字母、数字、符号四种里至少有${kinds === 3 ? '三' : ` ${kinds} `}种`;

/** What is said before one is chosen. */
export const passwordHint = `至少 ${shortest} 个字符，${kindsAsked}，不含账号和姓名。`;
