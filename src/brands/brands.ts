declare const brand: unique symbol;

/** A text of a kind that is not to be taken for another: the compiler tells them apart, the program does not. */
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** What the database keeps under an id of its own. */
export type Numbered =
  | ('Agency' | 'Token' | 'Account' | 'Office' | 'Session' | 'Identity')
  | ('Report' | 'Version' | 'Explanation' | 'Step' | 'Remark' | 'Proposal' | 'Waiver' | 'Publication')
  | ('Deadline' | 'Requirement' | 'Run' | 'File' | 'Ledger')
  | ('Entry' | 'Change' | 'Webhook' | 'Delivery');

/** An id of something of that kind. What people send is a text until it has been found to have the form of one. */
export type Id<Of extends Numbered> = Brand<`id of ${Of}`>;
