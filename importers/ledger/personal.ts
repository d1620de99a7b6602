/** What is never stored, told by its content: a telephone, an identity number. */
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const identity =
  /(?<![\dXx])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/;
const email = /[\w.+-]+@[\w-]+\.\w+/;
/** Two to four characters and nothing else, as names are; a number of a case has figures. */
const nameLike = /^\p{Script=Han}{2,4}$/u;

/** Whether a text holds what tells who somebody is. */
export function isPersonal(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '');
  return mobile.test(plain) || identity.test(plain) || email.test(plain);
}

/** Whether a text could be a person's name where the number of a case should stand. */
export function isNameLike(text: string): boolean {
  return nameLike.test(text.normalize('NFKC').trim());
}

/** A text as a message may quote it: no telephone and no identity number in it. */
export function masked(text: string): string {
  return text
    .replace(/(?<![\d０-９])[\d０-９]{17}[\d０-９XxＸｘ](?![\d０-９])/g, '******')
    .replace(/(?<![\d０-９])[\d０-９]{11}(?![\d０-９])/g, '***')
    .replace(email, '***');
}
