import type { ASTVisitor, ValidationContext } from 'graphql';
import { tooLarge } from './tooLarge.js';

/** With aliases one small document could run the same expensive field hundreds of times. */
export function aliasRule(most: number) {
  return (context: ValidationContext): ASTVisitor => {
    let aliases = 0;
    return {
      Field(field) {
        if (field.alias) aliases += 1;
      },
      Document: {
        leave(document) {
          if (aliases > most)
            context.reportError(
              tooLarge(`查询用了 ${aliases} 个别名，最多 ${most} 个。请分几次查询。`, document),
            );
        },
      },
    };
  };
}
