import { RefusedFile } from './refusedFile.js';

/** Security software of offices that encrypts every file it sees, by how its files begin. */
const programs: readonly { readonly start: RegExp; readonly name: string }[] = [
  { start: /^b\x14#e|E-SafeNet/, name: '亿赛通' },
  { start: /^%TSD-Header/, name: '天锐绿盾' },
];

/** The security software that encrypted a file; null when it is none that is known. */
export function securitySoftware(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 128)).toString('latin1');
  return programs.find((program) => program.start.test(start))?.name ?? null;
}

export function guarded(name: string): RefusedFile {
  return new RefusedFile(
    'ENCRYPTED',
    `文件被本单位的安全软件（${name}）加密，离开本单位的电脑就打不开。请先用安全软件解密（多为右键菜单“解密”，或向管理员申请）再上传；另存一份会再次加密，没有用。`,
  );
}
