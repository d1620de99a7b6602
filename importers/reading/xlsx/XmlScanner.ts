import { NotUnderstood } from './NotUnderstood.js';
import { asideAt } from './xmlAside.js';
import { isSpace } from './isSpace.js';

const enum Char {
  Exclamation = 33,
  DoubleQuote = 34,
  Quote = 39,
  Slash = 47,
  Colon = 58,
  Equals = 61,
  Greater = 62,
  Question = 63,
}

/**
 * Goes through an XML part from tag to tag. The part is handed over as Latin-1, a character a byte; what is
 * plain text in it is decoded where it is used.
 */
export class XmlScanner {
  /** The name of the tag at hand, without its prefix. */
  name = '';
  prefix = '';
  /** True of `</c>`. */
  closes = false;
  /** True of `<c/>`. */
  isEmpty = false;
  /** Where the tag at hand begins. */
  start = 0;

  private at = 0;
  /** What stands between the tags before a comment or the like. */
  private before = '';
  private textFrom = 0;
  private attributesFrom = 0;
  private attributesTo = 0;

  constructor(
    private readonly xml: string,
    from = 0,
  ) {
    this.at = from;
  }

  /** Goes on to the next tag; false at the end. */
  next(): boolean {
    const { xml } = this;
    this.before = '';
    this.textFrom = this.at;
    let open = xml.indexOf('<', this.at);
    for (; open >= 0; open = xml.indexOf('<', this.at)) {
      const first = xml.charCodeAt(open + 1);
      if (first !== Char.Exclamation && first !== Char.Question) break;
      this.skip(open);
    }
    if (open < 0) return false;
    this.start = open;
    this.readTag(open + 1);
    return true;
  }

  /** Goes on to the first tag, which must have this name. */
  enter(name: string): void {
    if (!this.next() || this.name !== name) throw new NotUnderstood(`no <${name}>`);
  }

  /** As `next`, where the part must not end. */
  advance(): void {
    if (!this.next()) throw new NotUnderstood('an element is not closed');
  }

  /** What stands between the tag before and the one at hand, as it is written. */
  text(): string {
    return this.before + this.xml.slice(this.textFrom, this.start);
  }

  /** The value of an attribute as it is written; undefined where the tag has none of that name. */
  attribute(name: string): string | undefined {
    const { xml, attributesTo } = this;
    let at = this.attributesFrom;
    for (;;) {
      while (at < attributesTo && isSpace(xml.charCodeAt(at))) at += 1;
      if (at >= attributesTo) return undefined;
      const from = at;
      while (at < attributesTo && xml.charCodeAt(at) !== Char.Equals) at += 1;
      let to = at;
      while (to > from && isSpace(xml.charCodeAt(to - 1))) to -= 1;
      at += 1;
      while (at < attributesTo && isSpace(xml.charCodeAt(at))) at += 1;
      const quote = xml[at];
      const end = quote === '"' || quote === "'" ? xml.indexOf(quote, at + 1) : -1;
      if (end < 0) throw new NotUnderstood('an attribute without quotes');
      if (to - from === name.length && xml.startsWith(name, from)) return xml.slice(at + 1, end);
      at = end + 1;
    }
  }

  /** Leaves the element at hand, whatever is in it. */
  leave(): void {
    if (this.isEmpty || this.closes) return;
    const { name, prefix } = this;
    for (let depth = 1; depth > 0;) {
      this.advance();
      if (this.name !== name || this.prefix !== prefix || this.isEmpty) continue;
      depth += this.closes ? -1 : 1;
    }
  }

  /** A comment or an instruction, which says nothing, or a text written in another way. */
  private skip(open: number): void {
    const found = asideAt(this.xml, open);
    this.before += this.xml.slice(this.textFrom, open) + found.text;
    this.at = found.end;
    this.textFrom = found.end;
  }

  private readTag(from: number): void {
    const { xml } = this;
    this.closes = xml.charCodeAt(from) === Char.Slash;
    let at = this.closes ? from + 1 : from;
    let nameFrom = at;
    this.prefix = '';
    for (; at < xml.length; at += 1) {
      const code = xml.charCodeAt(at);
      if (code === Char.Greater || code === Char.Slash || isSpace(code)) break;
      if (code !== Char.Colon) continue;
      this.prefix = xml.slice(nameFrom, at);
      nameFrom = at + 1;
    }
    this.name = xml.slice(nameFrom, at);
    this.attributesFrom = at;
    let quote = 0;
    for (; at < xml.length; at += 1) {
      const code = xml.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === Char.DoubleQuote || code === Char.Quote) quote = code;
      else if (code === Char.Greater) break;
    }
    if (at >= xml.length || this.name === '') throw new NotUnderstood('a tag is not closed');
    this.isEmpty = xml.charCodeAt(at - 1) === Char.Slash && !this.closes;
    this.attributesTo = this.isEmpty ? at - 1 : at;
    this.at = at + 1;
  }
}
