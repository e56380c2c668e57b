import type { Command } from 'commander';

import type { CommandHost } from './command-context.js';
import { addCustomersExportCommand } from './customers-export.command.js';
import { addCustomersImportCommand } from './customers-import.command.js';
import { addCustomersWatchCommand } from './customers-watch.command.js';

/** `parcours customers …`: files of customers, in and out. */
export function addCustomersCommand(program: Command, host: CommandHost): void {
  const customers = program
    .command('customers')
    .summary('bring customers in, or out, by the file')
    .description('Brings customers in by a file of any length, and out.');
  addCustomersImportCommand(customers, host);
  addCustomersWatchCommand(customers, host);
  addCustomersExportCommand(customers, host);
}
