import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { readPath, type JsonObject } from '@parcours/kernel';
import type { AnySubject } from '@parcours/sdk/testing';

import { CliErrors } from '../cli.errors.js';

/** How a plugin keeps its contract, for programs and for people. */
export interface PluginReport {
  readonly passed: boolean;
  readonly data: JsonObject;
  readonly lines: readonly string[];
}

/** @throws cli.plugin-not-loadable, cli.no-conformance */
export async function testPlugin(
  folder: string,
  { messages }: { readonly messages: number | undefined },
): Promise<PluginReport> {
  // Loaded here alone: the other commands start without the host of plugins.
  const { loadPlugin, locationOf, shareSdk } = await import('@parcours/plugin-host');
  shareSdk();
  const location = await locationOf(folder);
  if (!location) throw CliErrors.pluginNotLoadable({ folder, reason: 'there is no package.json' });
  const loaded = await loadPlugin(location);
  if ('code' in loaded) throw CliErrors.pluginNotLoadable({ folder, reason: loaded.message });
  const { checkConformance, describeReport } = await import('@parcours/sdk/testing');
  const subjects = await subjectsIn(folder);
  const report = await checkConformance(loaded.plugin, subjects, messages === undefined ? {} : { messages });
  const { plugin, passed, results } = report;
  const told = results.map(({ title, status, detail = null }) => ({ title, status, detail }));
  return { passed, data: { plugin, passed, results: told }, lines: describeReport(report).split('\n') };
}

async function subjectsIn(folder: string): Promise<readonly AnySubject[]> {
  const file = join(folder, 'conformance.js');
  await access(file).catch(() => {
    throw CliErrors.noConformance({ file });
  });
  const found: unknown = readPath(await import(pathToFileURL(file).href), 'default');
  if (!isSubjects(found)) throw CliErrors.noConformance({ file });
  return found;
}

function isSubjects(value: unknown): value is readonly AnySubject[] {
  const names = ['connector', 'stepType', 'conditionTest', 'templateHelper'];
  return (
    Array.isArray(value) &&
    value.every((each: unknown) => names.some((name) => typeof readPath(each, name) === 'string'))
  );
}
