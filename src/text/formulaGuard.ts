/**
 * What may stand before the sign without the spreadsheet program caring: blanks, control and invisible characters,
 * and the ' that protects already.
 */
const ignored = String.raw`[\s'\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`;

/** A spreadsheet program runs a text that starts like this as a formula. Full-width signs count. */
const runs = new RegExp(String.raw`^(?:${ignored}[=+\-@＝＋－＠]|'*[\t\r])`, 'u');

/** A text as it is written to CSV: a ' in front of what would be run. `unguardFormula` gives back the text. */
export function guardFormula(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** The text that `guardFormula` made this of, and any other text as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}
