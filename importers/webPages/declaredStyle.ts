/** What a style says that matters to a reader: is the text there, and how is a number shown. */
export interface PageStyle {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly raised?: boolean;
  readonly format?: string;
  readonly colour?: string;
  readonly background?: string;
  /** In points. */
  readonly size?: number;
  /** As a share of the text around it. */
  readonly scale?: number;
}

/** Not there, of no size, without a colour, or far outside of the page. */
const hides = new RegExp(
  [
    'display\\s*:\\s*none',
    'visibility\\s*:\\s*(?:hidden|collapse)',
    'content-visibility\\s*:\\s*hidden',
    'mso-hide\\s*:\\s*all',
    'font-size\\s*:\\s*0(?:px|pt|em|%)?\\s*(?:;|!|$)',
    'opacity\\s*:\\s*0?\\.?0*%?\\s*(?:;|!|$)',
    'color\\s*:\\s*(?:transparent|(?:rgb|hsl)a\\((?:[^,)]*,){3}\\s*0?\\.?0*%?\\s*\\)|(?:rgb|hsl)a?\\([^)]*/\\s*0?\\.?0*%?\\s*\\)|#[\\da-f]{6}00\\b|#[\\da-f]{3}0\\b)',
    'transform\\s*:[^;]*scale[xy]?\\(\\s*0\\s*[,)]',
    'clip\\s*:\\s*rect\\(\\s*(?:[01](?:px)?[\\s,]*){4}\\)',
    'clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%',
    '(?:left|top|text-indent|margin-left|margin-top)\\s*:\\s*-(?:\\d{3,}(?:px|pt|%)|\\d{2,}r?em)',
  ]
    .map((one) => `(?:^|[;\\s])${one}`)
    .join('|'),
  'i',
);
/** What is cut off at its edges, and has no width or no height. */
const cutOff = /(?:^|[;\s])overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;
const noSize = /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)/i;

const superOrSub = /vertical-align\s*:\s*(?:super|sub|text-top)\b/i;
/** By so much of a line that it is no accident. */
const lifted = new RegExp(
  [
    'vertical-align\\s*:\\s*-?(?:[2-9]|\\d{2,}|\\d+\\.\\d+)(?:\\.\\d+)?(?:px|pt|em|ex|%)',
    'mso-text-raise\\s*:\\s*-?(?:[2-9]|\\d{2,})(?:\\.\\d+)?pt',
  ].join('|'),
  'i',
);
const atTheEdge = /vertical-align\s*:\s*(?:top|bottom|text-bottom)\b/i;
const ownSize = /(?:^|[;\s])font-size\s*:/i;
const moved =
  /(?:^|[;\s])(?:top|bottom)\s*:\s*-?(?:[2-9]|\d{2,})(?:\.\d+)?(?:px|pt|%)|(?:^|[;\s])(?:top|bottom)\s*:\s*-?0?\.[2-9]\d*r?em/i;
const relative = /(?:^|[;\s])position\s*:\s*relative/i;

/** Moved up or down from its line, as the mark of a note is. */
function isLifted(declarations: string): boolean {
  return (
    superOrSub.test(declarations) ||
    lifted.test(declarations) ||
    (atTheEdge.test(declarations) && ownSize.test(declarations)) ||
    (relative.test(declarations) && moved.test(declarations))
  );
}

const pointsOfPixel = 0.75;
/** What `<small>` makes of a text, or less. */
export const smaller = 0.75;

/** What the declarations of a rule or of an element's own style say. */
export function styleIn(declarations: string): PageStyle {
  const format = /mso-number-format\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^;]+))/i.exec(
    declarations,
  );
  const colour = /(?:^|[;\s])color\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim();
  const background = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/i.exec(declarations)?.[1]?.trim();
  const size = /(?:^|[;\s])font-size\s*:\s*([\d.]+)\s*(px|pt)\b/i.exec(declarations);
  const scale = /(?:^|[;\s])font-size\s*:\s*(?:([\d.]+)\s*(em|%)|smaller\b)/i.exec(declarations);
  return {
    ...((hides.test(declarations) || (cutOff.test(declarations) && noSize.test(declarations))) && {
      hidden: true,
    }),
    ...(/text-decoration[\w-]*\s*:[^;]*line-through/i.test(declarations) && { struck: true }),
    ...(isLifted(declarations) && { raised: true }),
    ...(colour && { colour }),
    ...(background && { background }),
    ...(size && { size: Number(size[1]) * (/^px/i.test(size[2] ?? '') ? pointsOfPixel : 1) }),
    ...(scale && { scale: scale[1] ? Number(scale[1]) / (scale[2] === '%' ? 100 : 1) : smaller }),
    ...(format && { format: formatCode(format[1] ?? format[2] ?? format[3] ?? '') }),
  };
}

/** `\#\,\#\#0\0022元\0022`: characters of a format are escaped as those of a style sheet are. */
function formatCode(written: string): string {
  return written
    .trim()
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}
