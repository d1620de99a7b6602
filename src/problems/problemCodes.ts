import { fileCodes } from './codes/fileCodes.js';
import { tableCodes } from './codes/tableCodes.js';
import { numberCodes } from './codes/numberCodes.js';
import { importCodes } from './codes/importCodes.js';
import { ledgerCodes } from './codes/ledgerCodes.js';
import { agencyCodes } from './codes/agencyCodes.js';
import { reportCodes } from './codes/reportCodes.js';
import { workflowCodes } from './codes/workflowCodes.js';
import { explanationCodes } from './codes/explanationCodes.js';
import { personCodes } from './codes/personCodes.js';
import { deliveryCodes } from './codes/deliveryCodes.js';
import { databaseCodes } from './codes/databaseCodes.js';
import { requestCodes } from './codes/requestCodes.js';

/** The lists of codes, by who reports them. */
export const codeLists = [
  fileCodes,
  tableCodes,
  numberCodes,
  importCodes,
  ledgerCodes,
  agencyCodes,
  reportCodes,
  workflowCodes,
  explanationCodes,
  personCodes,
  deliveryCodes,
  databaseCodes,
  requestCodes,
] as const;

/**
 * Every code a file, a request or a command can be answered with: how grave, what it means, how it
 * usually comes about, what to do. docs/errors.md is printed from this list.
 */
export const problemCodes = {
  ...fileCodes,
  ...tableCodes,
  ...numberCodes,
  ...importCodes,
  ...ledgerCodes,
  ...agencyCodes,
  ...reportCodes,
  ...workflowCodes,
  ...explanationCodes,
  ...personCodes,
  ...deliveryCodes,
  ...databaseCodes,
  ...requestCodes,
};
