import { uploadLimits } from '../../src/words/uploadLimits.js';

const mebibyte = 1024 * 1024;

/** How much one upload may ask of the machine. */
export interface Limits {
  /** The upload as it came. */
  readonly fileBytes: number;
  /** All parts of a zip package, inflated. */
  readonly unpackedBytes: number;
  /** One part of a zip package, inflated. */
  readonly partBytes: number;
  readonly zipEntries: number;
  /** How many times its packed size a part may inflate to, once it is past `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  readonly filledCells: number;
  /** All texts of a workbook, each as often as cells refer to it: a package stores it but once. */
  readonly textCharacters: number;
  readonly sheets: number;
  /** One line of a delimited file, quoted line breaks included. */
  readonly recordBytes: number;
  readonly deadlineMilliseconds: number;
}

/** An upload that is one report. */
const report: Limits = {
  fileBytes: uploadLimits.reportBytes,
  unpackedBytes: 200 * mebibyte,
  partBytes: 100 * mebibyte,
  zipEntries: 1_000,
  ratio: 200,
  ratioFreeBytes: mebibyte,
  filledCells: 200_000,
  textCharacters: 5_000_000,
  sheets: 50,
  recordBytes: 256 * 1024,
  deadlineMilliseconds: 30_000,
};

/**
 * An upload with a report on each sheet. Its deadline is far beyond what a real collection needs;
 * without any, one hostile file would occupy the only reader for ever.
 */
const collection: Limits = {
  ...report,
  fileBytes: uploadLimits.collectionBytes,
  unpackedBytes: 1_000 * mebibyte,
  zipEntries: 4_000,
  // A province's 10,000 agencies with 200 cells each, five times over.
  filledCells: 10_000_000,
  textCharacters: 50_000_000,
  sheets: 1_000,
  deadlineMilliseconds: 600_000,
};

/** A ledger of requests: a province keeps 400,000 of them a year. */
const ledger: Limits = { ...collection, sheets: 100, deadlineMilliseconds: 120_000 };

/** A list of agencies or people, sent to be registered: a whole province's is a fraction of this. */
const list: Limits = {
  ...report,
  fileBytes: mebibyte,
  unpackedBytes: 16 * mebibyte,
  partBytes: 8 * mebibyte,
  filledCells: 50_000,
  textCharacters: 500_000,
  sheets: 5,
};

export const limits = { report, collection, ledger, list };

/** The heap of a reading worker; past it the file is TOO_LARGE. */
export const heapMegabytes = 512;

/** On the command line, where a province's ledger of 400,000 lines is read by itself. */
export const ledgerHeapMegabytes = 3_072;
