import type { Notice } from '../notices.js';
import { isOn, isRaised, isUnseen, lookOf, type Look, type Styles } from './look.js';
import { attribute, childOf, type XmlElement } from './xml.js';

/** What stands in a paragraph: its text, what else is to be told, and the text boxes that hang on it. */
export interface RunText {
  text: string;
  readonly notices: Notice[];
  readonly boxes: XmlElement[];
}

/** What surrounds a run: the look of its paragraph, and whether it stands on a coloured ground. */
export interface Around {
  readonly look: Look;
  readonly isShaded: boolean;
}

/** Text that a symbol font stores beside the characters that it means. */
const symbolOffset = 0xf000;
/** Stands for what cannot be known: no number has it. */
const unknown = '\ufffd';

/** Reads the runs of a story. A field begins in one run and ends in another, sometimes paragraphs later. */
export class RunReader {
  private fields: ('code' | 'result')[] = [];

  constructor(private readonly styles: Styles) {}

  /** The text of a paragraph's content, as shown with all changes accepted. */
  read(content: XmlElement, around: Around): RunText {
    const found: RunText = { text: '', notices: [], boxes: [] };
    this.readAll(content, around, found);
    // The code of a field does not go on in another paragraph: one that is not closed ends here.
    this.fields = this.fields.filter((state) => state === 'result');
    return found;
  }

  private readAll(content: XmlElement, around: Around, found: RunText): void {
    for (const child of content.children) if (typeof child !== 'string') this.readChild(child, around, found);
  }

  private readChild(child: XmlElement, around: Around, found: RunText): void {
    switch (child.name) {
      case 'w:r':
      case 'm:r':
        return this.readRun(child, around, found);
      case 'w:ins':
      case 'w:moveTo': {
        const before = found.text.length;
        this.readAll(child, around, found);
        found.notices.push({ kind: 'inserted', text: found.text.slice(before) });
        return;
      }
      case 'w:del':
      case 'w:moveFrom':
        found.notices.push({ kind: 'deleted', text: plainText(child) });
        return;
      case 'w:sdt':
        if (isPlaceholder(child)) return;
        return this.readAll(childOf(child, 'w:sdtContent') ?? empty, around, found);
      case 'mc:AlternateContent':
        return this.readAll(branchOf(child), around, found);
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        return;
      case 'm:sup':
      case 'm:sub':
        found.notices.push({ kind: 'raised', text: plainText(child) });
        return;
      default:
        return this.readAll(child, around, found);
    }
  }

  private readRun(run: XmlElement, around: Around, found: RunText): void {
    const properties = childOf(run, 'w:rPr');
    const look = lookOf(properties, this.styles.over(around.look, childOf(properties, 'w:rStyle')));
    const isHidden = isUnseen(look, around.isShaded);
    const isStruck = look.struck === true || look.doubleStruck === true;
    const usual = around.look.size ?? 20;
    for (const child of run.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:fldChar') {
        this.turn(attribute(child, 'fldCharType'));
        continue;
      }
      if (this.fields.includes('code')) continue;
      const text = this.textOf(child, around, found);
      if (text === '') continue;
      if (isHidden) found.notices.push({ kind: 'hidden', text });
      else if (isStruck) found.notices.push({ kind: 'struck', text });
      else if (isRaised(look, usual)) found.notices.push({ kind: 'raised', text });
      else found.text += text;
    }
  }

  private turn(type: string | null): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate' && this.fields.pop() !== undefined) this.fields.push('result');
    else if (type === 'end') this.fields.pop();
  }

  private textOf(child: XmlElement, around: Around, found: RunText): string {
    switch (child.name) {
      case 'w:t':
      case 'm:t': {
        const text = stringOf(child).replace(/[\t\n\r]+/g, ' ');
        return attribute(child, 'space') === 'preserve' ? text : text.replace(/^ +| +$/g, '');
      }
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return symbolOf(child);
      case 'w:ruby':
        this.readAll(childOf(child, 'w:rubyBase') ?? empty, around, found);
        return '';
      case 'mc:AlternateContent':
        return branchOf(child)
          .children.map((each) => (typeof each === 'string' ? '' : this.textOf(each, around, found)))
          .join('');
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        found.boxes.push(...boxesIn(child));
        return '';
      default:
        return '';
    }
  }
}

const empty: XmlElement = { name: '', attributes: '', children: [] };

/** Of a choice and its fall-backs one is shown: they say the same twice. */
export function branchOf(alternatives: XmlElement): XmlElement {
  return childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback') ?? empty;
}

/** What a content control asks for is shown in it until somebody fills it in. */
export function isPlaceholder(control: XmlElement): boolean {
  return isOn(childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr'));
}

function boxesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element];
  const within = element.name === 'mc:AlternateContent' ? branchOf(element) : element;
  return within.children.flatMap((child) => (typeof child === 'string' ? [] : boxesIn(child)));
}

function symbolOf(symbol: XmlElement): string {
  const code = parseInt(attribute(symbol, 'char') ?? '', 16);
  const isSymbolFont = /^symbol$/i.test(attribute(symbol, 'font') ?? '');
  const plain = code >= symbolOffset ? code - symbolOffset : code;
  return isSymbolFont && plain >= 0x20 && plain <= 0x40 ? String.fromCharCode(plain) : unknown;
}

function stringOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
}

/** All text below an element, for telling what was left out. */
export function plainText(element: XmlElement): string {
  if (/^(w:t|w:delText|m:t)$/.test(element.name)) return stringOf(element);
  return element.children.map((child) => (typeof child === 'string' ? '' : plainText(child))).join('');
}
