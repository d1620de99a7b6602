import { escapedXml } from '../../text/xmlText.js';
import { slipWords } from '../../words/slipWords.js';

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
<p>${escapedXml(slipWords.whose(displayName))}</p>
<p>${slipWords.name} <b>${escapedXml(name)}</b></p>
<p>${slipWords.password} <b>${escapedXml(password)}</b></p>
<p>${slipWords.advice}</p>
</section>`;
}
