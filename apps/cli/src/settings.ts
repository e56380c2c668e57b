import { join } from 'node:path';

import { locationOf, TOOL_FOLDER, YamlSource } from '@parcours/content-files';
import { nearest } from '@parcours/kernel';

import { CliErrors } from './cli.errors.js';
import { textIn } from './folder/files.js';
import type { Io } from './io.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly url?: string;
  readonly token?: string;
  readonly json?: true;
}

/** Which installation, and by what right. */
export interface Connection {
  readonly url: string;
  readonly token: string;
}

const MEMBERS = ['url', 'token'];

/**
 * Options win over the environment, and that over the folder's own configuration.
 * @throws cli.no-url, cli.bad-url, cli.no-token, cli.bad-config
 */
export async function connectionOf(
  folder: string,
  options: GlobalOptions,
  { environment }: Io,
): Promise<Connection> {
  const own = await configIn(folder);
  const url = options.url ?? filled(environment['PARCOURS_URL']) ?? own.url;
  const token = options.token ?? filled(environment['PARCOURS_TOKEN']) ?? own.token;
  if (url === undefined) throw CliErrors.noUrl({});
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw CliErrors.badUrl({ url });
  if (token === undefined) throw CliErrors.noToken({});
  return { url: url.replace(/\/+$/, ''), token };
}

async function configIn(folder: string): Promise<{ url?: string; token?: string }> {
  const path = `${TOOL_FOLDER}/config.yaml`;
  const text = await textIn(join(folder, path));
  if (text === undefined || text.trim() === '') return {};
  const source = new YamlSource(path, text);
  const refuse = (pointer: string, reason: string) => {
    const place = locationOf({ path, ...source.placeOf(pointer) });
    return CliErrors.badConfig({ place, reason });
  };
  const [defect] = source.defects;
  if (defect) throw CliErrors.badConfig({ place: locationOf(defect), reason: defect.message });
  for (const [name, value] of Object.entries(source.value ?? {})) {
    const similar = nearest(name, MEMBERS);
    const hint = similar === undefined ? '' : ` Did you mean '${similar}'?`;
    if (!MEMBERS.includes(name)) throw refuse(`/${name}`, `'${name}' is not known here.${hint}`);
    if (typeof value !== 'string') throw refuse(`/${name}`, `'${name}' must be a text.`);
  }
  const { url, token } = source.value ?? {};
  return { ...(typeof url === 'string' && { url }), ...(typeof token === 'string' && { token }) };
}

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
