/** The signs that a marked-up workbook shows behind its numbers; they come along when it is saved as text. */
const signs = /\s*[▲？！]+\s*$/u;

export function withoutOurSigns(text: string): string {
  return text.replace(signs, '');
}
