import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { agencyKinds, agencyLevels } from '../../words/agencyKinds.js';
import { wordsOf } from '../../words/described.js';

/** How a kind of agency is written in a table of agencies. */
export const kindWords: Readonly<Record<AgencyKind, string>> = wordsOf(agencyKinds);

export const levelWords: Readonly<Record<AgencyLevel, string>> = wordsOf(agencyLevels);
