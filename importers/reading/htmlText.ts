const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/** A page without what nobody reads: comments, scripts and styles, which may hold tags of their own. */
export function shownHtml(html: string): string {
  return html.replace(/<!--[^]*?(-->|$)|<(script|style|title)\b[^]*?(<\/\2\s*>|$)/gi, '');
}

/** What a web page says before its first table and after its last one, a line for each paragraph. */
export function textAroundTables(html: string): { before: string; after: string } {
  const first = html.search(/<table[\s>]/i);
  const last = html.toLowerCase().lastIndexOf('</table');
  return {
    before: plainText(html.slice(0, first)),
    after: last < 0 ? '' : plainText(html.slice(last)),
  };
}

function plainText(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<(br|\/p|\/div|\/h\d|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/^ +/gm, '');
}
