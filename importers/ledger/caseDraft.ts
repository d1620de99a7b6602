import type { PlacedCase } from '../../src/ledger/LedgerCase.js';

/** A case while its line is read. */
export type CaseDraft = { -readonly [key in keyof PlacedCase]: PlacedCase[key] };

/** A case of which nothing is known but where it stands. */
export function blankCase(at: string): CaseDraft {
  return {
    number: '',
    at,
    applicant: null,
    received: null,
    channel: null,
    correctionAsked: null,
    correctionReceived: null,
    thirdPartyAsked: null,
    thirdPartyReplied: null,
    extended: null,
    answered: null,
    outcome: null,
    fee: null,
    reconsiderationResult: null,
    litigationRoute: null,
    litigationResult: null,
    reconsiderationDecided: null,
    litigationDecided: null,
  };
}

/** Who goes to court after a reconsideration has one behind him. */
export function settleRemedies(one: CaseDraft): void {
  if (one.litigationResult === null) one.litigationRoute = null;
  else if (one.litigationRoute === null && one.reconsiderationResult !== null)
    one.litigationRoute = 'litigationAfterReconsideration';
}
