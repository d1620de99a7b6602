import { Command } from 'commander';
import { blankCommand } from '../ledger/blankCommand.js';
import { checkCommand } from '../ledger/checkCommand.js';
import { importCommand } from '../ledger/importCommand.js';

/** Ledgers of requests: 三 and 四 counted from them. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('依申请公开台账：从台账数出表三、表四')
    .addCommand(checkCommand())
    .addCommand(importCommand())
    .addCommand(blankCommand());
}
