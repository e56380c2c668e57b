import { resolve } from 'node:path';

import { Option, type Command } from 'commander';

import { CliErrors } from '../cli.errors.js';
import { ExitCode } from '../exit-code.js';
import { Screen } from '../output/screen.js';
import { type NewPlugin, PLUGIN_KINDS, type PluginKind, writePlugin } from '../plugins/plugin-template.js';
import type { GlobalOptions } from '../settings.js';
import type { CommandHost } from './command-context.js';

interface NewOptions {
  readonly kind: PluginKind;
  readonly channel: NewPlugin['channel'];
  readonly summary?: string;
}

const NAME = /^[a-z][a-z0-9-]{0,49}$/;
const CHANNELS = ['email', 'sms', 'push', 'web-push', 'chat', 'webhook', 'letter'] as const;

/** `parcours plugin new NAME`: a working plugin to start from. */
export function addPluginNewCommand(plugin: Command, { io, finish }: CommandHost): void {
  plugin
    .command('new')
    .summary('write a working plugin to start from')
    .description(
      'Writes a folder with a plugin that works and is tested: its code, and its provider on this machine. Nothing has to be installed.',
    )
    .argument('<name>', 'its id, and the name of the folder: lower case letters, digits and hyphens')
    .addOption(
      new Option('--kind <kind>', 'what it is for').choices(PLUGIN_KINDS).default('channel', 'channel'),
    )
    .addOption(
      new Option('--channel <channel>', 'what it carries, for --kind channel')
        .choices(CHANNELS)
        .default('sms'),
    )
    .option('--summary <sentence>', 'what it does, in one sentence')
    .action(async (name: string, own: NewOptions, command: Command) => {
      if (!NAME.test(name)) throw CliErrors.badPluginName({ name });
      const { kind, channel, summary = SUMMARIES[kind] } = own;
      const folder = resolve(io.workingFolder, name);
      const files = await writePlugin(folder, { name, kind, channel, summary });
      const screen = new Screen(io, command.optsWithGlobals<GlobalOptions>().json === true);
      screen.report({ folder, files }, () => [
        ...files.map((file) => `${name}/${file}`),
        `Next: parcours plugin test ${name}`,
      ]);
      finish(ExitCode.Ok);
    });
}

const SUMMARIES: Readonly<Record<PluginKind, string>> = {
  channel: 'Hands messages to a provider.',
  crm: 'Keeps customers in step with a CRM.',
  step: 'Decides on the way.',
  test: 'Owes no more than is allowed.',
  helper: 'Points in words.',
};
