import { escapedXml } from '../../text/xmlText.js';

const usualStyle = `
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.75 sans-serif; color: #000; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #000; padding: 0.25rem 0.5rem; text-align: left; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } }
`.trim();

/** A whole page around its content. It stands alone: no script, no font, nothing from another host. */
export function pageFrame(title: string, style: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedXml(title)}</title>
<style>
${[usualStyle, style].filter(Boolean).join('\n')}
</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}
