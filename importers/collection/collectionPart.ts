import type { Problem } from '../../src/problems/problem.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import type { Encoding, ReportDraft } from '../draft/draft.js';

/** Whose report stands where. */
export interface ReportName {
  readonly agency: string | null;
  readonly agencyCode: string | null;
  readonly year: number | null;
  readonly at: string;
}

/** Told before the reports of a table or workbook, so that a report that comes twice is known at its first. */
export interface NamesPart {
  readonly kind: 'names';
  readonly names: readonly ReportName[];
}

/** Some reports of a collection, in the order of the file. */
export interface ReportsPart {
  readonly kind: 'reports';
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly reports: readonly ReportDraft[];
  /** Problems that belong to no report. */
  readonly problems: readonly Problem[];
  /** How much of the upload has been read. */
  readonly bytesRead: number;
}

/** A file of an archive, inflated, to be read on its own. */
export interface FilePart {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly bytesRead: number;
}

export type CollectionPart = NamesPart | ReportsPart;
export type PackedPart = CollectionPart | FilePart;

/** Reports handed on at once. */
export const reportsAtOnce = 100;
