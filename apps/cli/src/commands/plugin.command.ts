import type { Command } from 'commander';

import type { CommandHost } from './command-context.js';
import { addPluginNewCommand } from './plugin-new.command.js';
import { addPluginTestCommand } from './plugin-test.command.js';

/** `parcours plugin …`: plugins of your own. */
export function addPluginCommand(program: Command, host: CommandHost): void {
  const plugin = program
    .command('plugin')
    .summary('write a plugin, and hold it against its contract')
    .description('Writes plugins, and holds them against their contract.');
  addPluginNewCommand(plugin, host);
  addPluginTestCommand(plugin, host);
}
