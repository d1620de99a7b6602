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
  return mobile.test(plain) || identity.test(plain) || (plain.includes('@') && email.test(plain));
}

/** Whether a text could be a person's name where the number of a case should stand. */
export function isNameLike(text: string): boolean {
  return nameLike.test(text.normalize('NFKC').trim());
}

/** 张三丰: two or three characters that begin as surnames do. */
export function isSurname(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return isNameLike(plain) && surnames.includes(plain.slice(0, 1));
}

const surnames =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚';

/** 2024-003（张三丰）, 2024-003 张三丰: a number with who asked behind it, without that. */
export function withoutName(text: string): string {
  return text.replace(
    /\s*[([]\s*(\p{Script=Han}{2,4})\s*[)\]]|\s+(\p{Script=Han}{2,4})$/gu,
    (whole, bracketed, last) => (isSurname(String(bracketed ?? last)) ? '' : String(whole)),
  );
}

/** A text as a message may quote it: no telephone and no identity number in it. */
export function masked(text: string): string {
  return text
    .replace(/(?<!\d)(?:1[3-9]\d[\s-]\d{4}[\s-]\d{4}|0\d{2,3}[\s-]?\d{7,8})(?!\d)/g, '***')
    .replace(/(?<!\d)\d{6}[\s-]\d{8}[\s-]\d{3}[\dXx](?![\dXx])/g, '******')
    .replace(/(?<![\d０-９])[\d０-９]{17}[\d０-９XxＸｘ](?![\d０-９])/g, '******')
    .replace(/(?<![\d０-９])[\d０-９]{11}(?![\d０-９])/g, '***')
    .replace(email, '***');
}
