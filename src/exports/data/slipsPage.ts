import { escapedXml } from '../../text/xmlText.js';

/** What a slip of paper tells its owner. */
export interface Slip {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
}

/** A page to print and cut: a slip for everybody, none broken over two sheets. */
export function slipsPage(slips: readonly Slip[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>账号和首次密码</title>
<style>
  body { font-family: sans-serif; margin: 1cm; }
  section { border: 1px dashed #000; padding: .4cm .6cm; margin-bottom: .4cm; break-inside: avoid; }
  b { font: 16pt monospace; }
  p { margin: .15cm 0; }
</style>
</head>
<body>
${slips.map(slip).join('\n')}
</body>
</html>
`;
}

function slip({ name, displayName, password }: Slip): string {
  return `<section>
<p>${escapedXml(displayName)}，政府信息公开工作年度报告系统</p>
<p>账号 <b>${escapedXml(name)}</b></p>
<p>首次密码 <b>${escapedXml(password)}</b></p>
<p>第一次登录后请立即修改密码，本条随即销毁。密码连续输错五次，账号锁定十五分钟。</p>
</section>`;
}
