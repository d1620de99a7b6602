/** Something the user of the command line can mend: said in a sentence, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
