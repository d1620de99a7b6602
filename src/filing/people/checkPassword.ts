import { kindsAsked, passwordRules } from '../../words/passwordRules.js';
import { Refusal } from '../refusal.js';

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u];

/** PASSWORD_WEAK, with all that is wrong. */
export function checkPassword(
  password: string,
  person: { readonly name: string; readonly displayName: string },
): void {
  const { shortest, longest, kinds: least } = passwordRules;
  const length = [...password].length;
  const folded = password.toLowerCase();
  const wrong = [
    length < shortest && `至少 ${shortest} 个字符（现在 ${length} 个）`,
    length > longest && `至多 ${longest} 个字符`,
    kinds.filter((kind) => kind.test(password)).length < least && kindsAsked,
    [person.name, person.displayName].some(
      (name) => [...name].length > 1 && folded.includes(name.toLowerCase()),
    ) && '不含账号和姓名',
  ].filter((each) => each !== false);
  if (wrong.length > 0) throw new Refusal('PASSWORD_WEAK', `新密码不合要求：${wrong.join('；')}。`, ['new']);
}
