import type { ChangeRecord } from '../../filing/feed/listChanges.js';
import { sha256 } from '../../filing/sha256.js';
import { encodeGb18030 } from '../data/gb18030.js';
import { exportCsv } from '../data/exportCsv.js';
import { exportJson } from '../data/exportJson.js';
import { exportXml } from '../data/exportXml.js';
import type { ExportedReport } from '../printed/ExportedReport.js';
import { exportWorkbook } from '../printed/writeWorkbook.js';
import type { SigningKey } from './signingKey.js';

export type DropEncoding = 'utf-8' | 'gb18030';

export interface DroppedFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface ChangeToDrop {
  /** The name of the folder. */
  readonly key: string;
  readonly cursor: string;
  readonly change: ChangeRecord;
  /** As it was at the change; null of what concerns no report. */
  readonly report: ExportedReport | null;
}

/**
 * One change as files: the report in every form, and a manifest that tells of each its digest and signature.
 * ENCODING_CANNOT_HOLD. JSON is always UTF-8; the encoding is that of XML and CSV.
 */
export async function changeFiles(
  dropped: ChangeToDrop,
  encoding: DropEncoding,
  key: SigningKey,
): Promise<DroppedFile[]> {
  const { report } = dropped;
  const contents = report === null ? [agencyFile(dropped)] : await reportFilesOf(report, encoding);
  const manifest = { ...about(dropped), files: contents.map((each) => described(each, key)) };
  const content = Buffer.from(
    `${JSON.stringify({ ...manifest, signature: { ...key.scheme, publicKey: key.publicKey } }, null, 2)}\n`,
  );
  return [
    ...contents,
    { name: 'manifest.json', content },
    { name: 'manifest.sig', content: Buffer.from(`${key.sign(content)}\n`) },
  ];
}

async function reportFilesOf(report: ExportedReport, encoding: DropEncoding): Promise<DroppedFile[]> {
  const [xml, csv] = [exportXml(report), exportCsv(report)];
  const isUtf8 = encoding === 'utf-8';
  return [
    { name: 'report.json', content: Buffer.from(exportJson(report)) },
    {
      name: 'report.xml',
      content: isUtf8
        ? Buffer.from(xml)
        : encodeGb18030(xml.replace('encoding="UTF-8"', 'encoding="GB18030"')),
    },
    {
      name: 'tables.csv',
      content: isUtf8 ? Buffer.from(csv) : encodeGb18030(csv.replace(/^\uFEFF/, '')),
    },
    { name: 'report.xlsx', content: await exportWorkbook(report) },
  ];
}

function agencyFile({ change: { agency } }: ChangeToDrop): DroppedFile {
  const { code, name, aliases, uscc, divisionCode, level, kind, validFrom, validTo, formerNames } = agency;
  const told = { code, name, aliases, uscc, divisionCode, level, kind, validFrom, validTo, formerNames };
  return { name: 'agency.json', content: Buffer.from(`${JSON.stringify(told, null, 2)}\n`) };
}

function about({ key, cursor, change }: ChangeToDrop): object {
  const { at, kind, agency, year, version, status, publication, digest } = change;
  return {
    ...{ key, cursor, at, kind, agency: agency.code, agencyName: agency.name, year, status, version },
    previousVersion: version === null || version === 1 ? null : version - 1,
    ...(publication !== null && { publication, digest }),
  };
}

function described({ name, content }: DroppedFile, key: SigningKey): object {
  return { name, bytes: content.length, sha256: sha256(content), signature: key.sign(content) };
}
