import { areasIn, type Area } from './areas.js';
import { XmlScanner } from './XmlScanner.js';
import { xmlText } from './xmlText.js';

/** A condition that a sheet keeps apart from the others, for it names another sheet; with its look in it. */
export interface ExtendedCondition {
  readonly areas: readonly Area[];
  readonly priority: number;
  /** null where it gives no number format. */
  readonly format: string | null;
  readonly type: string;
  readonly operator: string;
  readonly operands: readonly string[];
}

const sign = '<x14:conditionalFormatting';

/** They stand at the end of the part, behind those of older programs. */
export function extendedConditions(xml: string, from: number): readonly ExtendedCondition[] {
  const found: ExtendedCondition[] = [];
  for (let at = xml.indexOf(sign, from); at >= 0; at = xml.indexOf(sign, at + sign.length)) {
    // The list of them has the same name and an s.
    if (xml[at + sign.length] === 's') continue;
    found.push(...conditionsAt(new XmlScanner(xml, at)));
  }
  return found;
}

function conditionsAt(scanner: XmlScanner): readonly ExtendedCondition[] {
  const rules: Omit<ExtendedCondition, 'areas'>[] = [];
  let areas: readonly Area[] = [];
  scanner.advance();
  const { name } = scanner;
  if (scanner.isEmpty) return [];
  for (scanner.advance(); !(scanner.closes && scanner.name === name); scanner.advance()) {
    if (scanner.closes || scanner.isEmpty) continue;
    if (scanner.name === 'cfRule') rules.push(ruleAt(scanner));
    if (scanner.name === 'sqref') areas = areasIn(textIn(scanner));
  }
  return rules.map((rule) => ({ ...rule, areas }));
}

/** The rule at whose tag the scanner is. Leaves it. */
function ruleAt(scanner: XmlScanner): Omit<ExtendedCondition, 'areas'> {
  const [type = '', operator = ''] = ['type', 'operator'].map((each) => scanner.attribute(each));
  const priority = Number(scanner.attribute('priority') ?? '0');
  const operands: string[] = [];
  let format: string | null = null;
  for (scanner.advance(); !(scanner.closes && scanner.name === 'cfRule'); scanner.advance()) {
    if (scanner.closes) continue;
    if (scanner.name === 'numFmt') format = xmlText(scanner.attribute('formatCode') ?? '');
    if (scanner.name === 'f' && !scanner.isEmpty) operands.push(textIn(scanner));
  }
  return { priority, format, type, operator, operands };
}

function textIn(scanner: XmlScanner): string {
  scanner.advance();
  return xmlText(scanner.text()).trim();
}
