import type { Check } from '../check.js';
import { coverage } from './coverage.js';
import { date } from './date.js';
import { duplicate } from './duplicate.js';
import { fee } from './fee.js';
import { numbers } from './numbers.js';
import { period } from './period.js';
import { problems } from './problems.js';
import { sections } from './sections.js';

/** Every rule about the prose. A new rule is one file and one entry here. */
export const proseChecks: readonly Check[] = [
  period,
  date,
  sections,
  coverage,
  fee,
  problems,
  numbers,
  duplicate,
];
