import { sm3 as digestOf } from 'sm-crypto-v2';

/** 商用密码杂凑算法 SM3 (GB/T 32905) of a text, in lower-case hexadecimal. */
export function sm3(text: string): string {
  return digestOf(Buffer.from(text, 'utf8'));
}
