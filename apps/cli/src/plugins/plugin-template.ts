import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CliErrors } from '../cli.errors.js';

export const PLUGIN_KINDS = ['channel', 'crm', 'step', 'test', 'helper'] as const;

export type PluginKind = (typeof PLUGIN_KINDS)[number];

export interface NewPlugin {
  readonly name: string;
  readonly kind: PluginKind;
  readonly channel: 'email' | 'sms' | 'push' | 'web-push' | 'chat' | 'webhook' | 'letter';
  readonly summary: string;
}

/** The same distance from `src` and from `dist`. */
const TEMPLATES = fileURLToPath(new URL('../../templates/plugin/', import.meta.url));

/** The versions of the SDK for which the templates are written. */
const SDK_RANGE = '^1.0.0';

/** An address that a fake provider refuses, in the form of the channel. */
const REFUSED: Readonly<Record<NewPlugin['channel'], string>> = {
  email: 'nobody@example.com',
  sms: '+447700900999',
  push: 'device-gone',
  'web-push': 'device-gone',
  chat: '+447700900999',
  webhook: 'customer-gone',
  letter: 'Nobody\n1 rue du Vide\n75011 Paris',
};

/** Writes a plugin into a folder that is not there yet, and answers the files. @throws cli.folder-exists */
export async function writePlugin(folder: string, plugin: NewPlugin): Promise<readonly string[]> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (isThere) throw CliErrors.folderExists({ folder });
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const source of [join(TEMPLATES, 'common'), join(TEMPLATES, plugin.kind)]) {
    for (const file of (await readdir(source)).sort()) {
      const text = await readFile(join(source, file), 'utf8');
      await writeFile(join(folder, file), filled(file, text, plugin));
      written.push(file);
    }
  }
  return written.sort();
}

/** How a text is written between the quotes of a file's language. */
const IN_QUOTES: Readonly<Record<string, (text: string) => string>> = {
  '.json': (text) => JSON.stringify(text).slice(1, -1),
  '.js': (text) => JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'"),
};

function filled(file: string, text: string, { name, channel, summary }: NewPlugin): string {
  const quoted = IN_QUOTES[extname(file)] ?? ((value: string) => value);
  return text
    .replaceAll('__name__', () => name)
    .replaceAll('__channel__', () => channel)
    .replaceAll('__summary__', () => quoted(summary))
    .replaceAll('__refused__', () => quoted(REFUSED[channel]))
    .replaceAll('__sdk__', () => SDK_RANGE);
}
