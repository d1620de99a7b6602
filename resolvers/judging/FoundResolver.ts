import { FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Finding } from '../../src/checks/check.js';
import { CellKey } from '../edge/scalars.js';
import { FindingView } from './FindingView.js';
import { Found } from './types.js';

/** Where only the file is known, a finding stands as it was judged. */
type Source = Pick<Finding, 'rule' | 'cells'>;

/** What findings say alike, whether they know their report or only the file. */
@Resolver(() => Found)
export class FoundResolver {
  @FieldResolver(() => ID, { description: '违反的规则的编号，例如 R-BALANCE' })
  ruleId(@Root() root: FindingView | Source): string {
    return root instanceof FindingView ? root.found.rule : root.rule;
  }

  @FieldResolver(() => [CellKey], { description: '所涉各格的名称，合计在前' })
  cellKeys(@Root() root: FindingView | Source): readonly CellKey[] {
    return root instanceof FindingView ? root.found.cells : root.cells;
  }
}
