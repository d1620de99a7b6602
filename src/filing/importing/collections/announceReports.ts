import type { EntityManager } from 'typeorm';
import type { ReportName } from '../../../../importers/collection/collectionPart.js';
import type { Actor } from '../../access/actor.js';
import { namesOf } from '../fileReports.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import { resolveAgencies } from '../../agencies/resolveAgency.js';
import { placeInRequest, type SentReports } from '../deciding/sentReports.js';

/** Names looked up at once. */
const namesAtOnce = 2_000;

/** Notes whose reports a file holds before any is filed, so that one that comes twice is known at its first. */
export async function announceReports(
  manager: EntityManager,
  actor: Actor,
  {
    sent,
    file: { fileName, names },
    options,
  }: {
    readonly sent: SentReports;
    readonly file: { readonly fileName: string; readonly names: readonly ReportName[] };
    readonly options: ImportOptions;
  },
): Promise<void> {
  for (let from = 0; from < names.length; from += namesAtOnce) {
    const some = names.slice(from, from + namesAtOnce);
    const asked = some.map((name) => namesOf(name, options));
    const found = await resolveAgencies(manager, actor, asked, { suggesting: false });
    some.forEach((name, index) => {
      const resolved = found[index];
      const year = options.year ?? name.year;
      if (resolved && 'agency' in resolved && year !== null)
        sent.add(resolved.agency.id, year, placeInRequest(fileName, name.at));
    });
  }
}
