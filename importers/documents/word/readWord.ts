import { inflatePart } from '../../files/inflatePart.js';
import type { Limits } from '../../files/limits.js';
import { broken, type ZipEntry } from '../../files/zipEntries.js';
import type { DocumentFile } from '../documentFile.js';
import { noticeProblems } from '../notices.js';
import { documentBlocks } from './documentBlocks.js';
import { Styles } from './look.js';
import { Story } from './story.js';
import { attribute, childOf, parseXml, type XmlElement } from './xml.js';

const relations = '_rels/.rels';
const readParts = /^_rels\/\.rels$|\.xml$/i;
const unreadParts = /^(docProps|customXml)\/|(^|\/)(media|embeddings|theme|fonts)\//i;

/** Reads a Word document (.docx): every part is inflated and counted, three of them are looked at. */
export async function readWord(entries: readonly ZipEntry[], limits: Limits): Promise<DocumentFile> {
  const parts = await inflated(entries, limits);
  const name = mainPart(parts);
  const main = parts.get(name);
  if (!main) throw broken('文件里没有正文');
  const body = childOf(parseXml(textOf(main), name), 'w:body');
  if (!body) throw broken('文件里没有正文');
  const { blocks, notices } = documentBlocks(new Story(stylesOf(parts, name)).read(body));
  return { blocks, problems: noticeProblems(notices) };
}

async function inflated(entries: readonly ZipEntry[], limits: Limits): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  for (const entry of entries) {
    const isRead = readParts.test(entry.name) && !unreadParts.test(entry.name);
    const pieces: Buffer[] = [];
    unpacked += await inflatePart(entry, limits.unpackedBytes - unpacked, limits, (piece) => {
      if (isRead) pieces.push(piece);
    });
    if (isRead) parts.set(entry.name, Buffer.concat(pieces));
  }
  return parts;
}

/** The part with the text; its name is free, a relation says which it is. */
function mainPart(parts: ReadonlyMap<string, Buffer>): string {
  const part = parts.get(relations);
  const all: readonly (XmlElement | string)[] = part ? parseXml(textOf(part), relations).children : [];
  for (const relation of all)
    if (typeof relation !== 'string' && /\/officeDocument$/.test(attribute(relation, 'Type') ?? ''))
      return (attribute(relation, 'Target') ?? '').replace(/^\//, '');
  return 'word/document.xml';
}

function stylesOf(parts: ReadonlyMap<string, Buffer>, main: string): Styles {
  const name = main.replace(/[^/]*$/, 'styles.xml');
  const part = parts.get(name);
  return new Styles(part ? parseXml(textOf(part), name) : null);
}

/** XML is UTF-8 unless its first bytes say UTF-16. */
function textOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  const label = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}
