import { Answers1764342000000 } from './answers.js';
import { ByAgency1764511200000 } from './byAgency.js';
import { Collections1763942400000 } from './collections.js';
import { Deliveries1764446400000 } from './deliveries.js';
import { LookUps1764450000000 } from './lookUps.js';
import { LedgerCasesAlone1764493200000 } from './ledgerCasesAlone.js';
import { LedgerRuns1764514800000 } from './ledgerRuns.js';
import { Ledgers1764475200000 } from './ledger.js';
import { OidcSessions1764374400000 } from './oidcSessions.js';
import { People1764363600000 } from './people.js';
import { Feed1764370800000 } from './feed.js';
import { Seals1764471600000 } from './seals.js';
import { Requirements1764486000000 } from './requirements.js';
import { RemediesDecided1764500400000 } from './remediesDecided.js';
import { Season1764288000000 } from './season.js';
import { SeenRuns1764489600000 } from './seenRuns.js';
import { PagePublications1764504000000 } from './pagePublications.js';
import { RefusalCounts1764507600000 } from './refusalCounts.js';
import { Machines1764496800000 } from './machines.js';
import { Start1763683200000 } from './start.js';

/** Every migration, oldest first. A new one is one file and one entry here. */
export const migrations = [
  Start1763683200000,
  Collections1763942400000,
  Season1764288000000,
  Answers1764342000000,
  People1764363600000,
  Feed1764370800000,
  OidcSessions1764374400000,
  Deliveries1764446400000,
  LookUps1764450000000,
  Seals1764471600000,
  Ledgers1764475200000,
  Requirements1764486000000,
  SeenRuns1764489600000,
  LedgerCasesAlone1764493200000,
  Machines1764496800000,
  RemediesDecided1764500400000,
  PagePublications1764504000000,
  RefusalCounts1764507600000,
  ByAgency1764511200000,
  LedgerRuns1764514800000,
];
