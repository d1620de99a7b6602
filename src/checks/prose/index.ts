import type { Check } from '../check.js';
import { coverage } from './coverage.js';
import { date } from './date.js';
import { duplicate } from './duplicate.js';
import { fee } from './fee.js';
import { fees } from './fees.js';
import { length } from './length.js';
import { missing } from './missing.js';
import { numbers } from './numbers.js';
import { period } from './period.js';
import { problems } from './problems.js';
import { required } from './required.js';
import { sections } from './sections.js';
import { shares } from './shares.js';
import { years } from './years.js';

/** Every rule about the prose. A new rule is one file and one entry here. */
export const proseChecks: readonly Check[] = [
  period,
  date,
  sections,
  missing,
  length,
  required,
  coverage,
  fee,
  fees,
  problems,
  numbers,
  shares,
  years,
  duplicate,
];
