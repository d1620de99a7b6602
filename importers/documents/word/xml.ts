import { broken } from '../../files/zipEntries.js';
import { RefusedFile } from '../../files/refusedFile.js';

/** An element of an XML part; its name has the usual prefix of its namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  /** As written, between the name and the end of the tag. */
  readonly attributes: string;
  readonly children: (XmlElement | string)[];
}

/** The namespaces a Word document is read in, transitional and strict. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** No document nests deeper; a reader goes down level by level. */
const deepest = 400;
const mostElements = 2_000_000;

/** The tree of an XML part. Whatever is not plain XML is refused, never repaired. */
export function parseXml(text: string, part: string): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open: XmlElement[] = [root];
  const names = namesOf();
  let elements = 0;
  let at = 0;
  while (at < text.length) {
    const top = open[open.length - 1] ?? root;
    const tag = text.indexOf('<', at);
    const end = tag < 0 ? text.length : tag;
    if (end > at && open.length > 1) top.children.push(decoded(text.slice(at, end), part));
    if (tag < 0) break;
    const next = text.charCodeAt(tag + 1);
    if (next === 0x21 || next === 0x3f) {
      const skipped = skip(text, tag, part);
      if (skipped.data !== null) top.children.push(skipped.data);
      at = skipped.end;
      continue;
    }
    const close = tagEnd(text, tag + 1);
    if (close < 0) throw broken(`文件已损坏（${part} 不完整）`);
    at = close + 1;
    if (next === 0x2f) {
      if (open.length < 2 || names.of(text.slice(tag + 2, close).trimEnd()) !== top.name)
        throw broken(`文件已损坏（${part} 的标记不配对）`);
      open.pop();
      continue;
    }
    const isEmpty = text.charCodeAt(close - 1) === 0x2f;
    const whole = text.slice(tag + 1, isEmpty ? close - 1 : close);
    const space = whole.search(/\s/);
    const attributes = space < 0 ? '' : whole.slice(space);
    if (attributes.includes('xmlns')) names.declare(attributes);
    const element: XmlElement = {
      name: names.of(space < 0 ? whole : whole.slice(0, space)),
      attributes,
      children: [],
    };
    top.children.push(element);
    elements += 1;
    if (elements > mostElements) throw tooManyElements();
    if (isEmpty) continue;
    open.push(element);
    if (open.length > deepest) throw broken(`文件的内容嵌套过深（${part}）`);
  }
  if (open.length > 1) throw broken(`文件已损坏（${part} 不完整）`);
  const found = root.children.find((child): child is XmlElement => typeof child !== 'string');
  if (!found) throw broken(`文件已损坏（${part} 是空的）`);
  return found;
}

/** The value of an attribute, whatever its prefix; null when it has none. */
export function attribute(element: XmlElement, name: string): string | null {
  const match = new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    element.attributes,
  );
  return match ? decoded(match[1] ?? match[2] ?? '', name) : null;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The end of a tag: a > between quotation marks is none. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

function skip(text: string, tag: number, part: string): { end: number; data: string | null } {
  const kinds = [
    { start: '<!--', stop: '-->' },
    { start: '<![CDATA[', stop: ']]>' },
    { start: '<?', stop: '?>' },
  ];
  const kind = kinds.find(({ start }) => text.startsWith(start, tag));
  if (!kind)
    throw new RefusedFile(
      'DOCTYPE_FORBIDDEN',
      '文件内部带有 DOCTYPE 或 ENTITY 声明，正常的文档没有这种内容，已拒绝读取。请用 WPS 或 Word 打开，把内容复制到新文档后重新上传。',
    );
  const stop = text.indexOf(kind.stop, tag + kind.start.length);
  if (stop < 0) throw broken(`文件已损坏（${part} 不完整）`);
  const isData = kind.start === '<![CDATA[';
  return { end: stop + kind.stop.length, data: isData ? text.slice(tag + kind.start.length, stop) : null };
}

function namesOf(): { of(name: string): string; declare(attributes: string): void } {
  const usual = new Map<string, string>();
  let known = new Map<string, string>();
  return {
    of(name) {
      const found = known.get(name);
      if (found !== undefined) return found;
      const colon = name.indexOf(':');
      const prefix = usual.get(colon < 0 ? '' : name.slice(0, colon));
      const made = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
      known.set(name, made);
      return made;
    },
    declare(attributes) {
      for (const [, prefix = '', one, other] of attributes.matchAll(
        /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
      )) {
        const name = prefixes[one ?? other ?? ''];
        if (name === undefined || usual.get(prefix) === name) continue;
        usual.set(prefix, name);
        known = new Map();
      }
    },
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, part: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));?/g, (_, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(String(hex), 16) : -1;
    const character = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entities[String(name)];
    if (character === undefined) throw broken(`文件已损坏（${part} 里有不认识的字符引用）`);
    return character;
  });
}

function tooManyElements(): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    '文件的内容太多，超过读取的上限。请只保留年报，另存为新文件后重新上传。',
  );
}
