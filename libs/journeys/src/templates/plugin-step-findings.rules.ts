import { isPluginStepType } from '@parcours/engine';
import { type Finding, isJsonObject, type JsonObject, nearest, pointer } from '@parcours/kernel';

import { isRead, valueAt } from './read-values.rules.js';

/** What the loaded plugins say of their types of steps. */
export interface OfferedSteps {
  readonly all: readonly { readonly type: string; readonly ways: readonly string[] }[];
  /** What is wrong with what a step is told; pointers into it. */
  readonly check: (type: string, config: JsonObject) => readonly Finding[] | undefined;
}

/**
 * Findings for steps of plugins that no loaded plugin has, or that it does not take. A value that is read from data is
 * known when it is there, and not before. `definition` may be anything: what its schema refuses is skipped.
 */
export function pluginStepFindings(definition: JsonObject, offered: OfferedSteps): Finding[] {
  const steps = isJsonObject(definition['steps']) ? definition['steps'] : {};
  return Object.entries(steps).flatMap(([key, step]): Finding[] => {
    if (!isJsonObject(step)) return [];
    const { type, config = {}, ways = {} } = step;
    if (typeof type !== 'string' || !isPluginStepType(type)) return [];
    if (!isJsonObject(config) || !isJsonObject(ways)) return [];
    const at = pointer('steps', key);
    const known = offered.all.find((each) => each.type === type);
    if (!known) return [unknownType(type, offered, at)];
    const unfit = (offered.check(type, config) ?? [])
      .filter((finding) => !isRead(valueAt(config, finding.pointer)))
      .map((finding): Finding => ({
        ...finding,
        code: 'journeys.invalid-config',
        pointer: `${at}/config${finding.pointer}`,
        message: `The step '${type}' does not take this: ${finding.message}`,
      }));
    return [...unfit, ...unknownWays({ ...known, at }, Object.keys(ways))];
  });
}

function unknownType(type: string, { all }: OfferedSteps, at: string): Finding {
  const types = all.map((each) => each.type);
  const meant = nearest(type, types);
  const known = types.length === 0 ? 'Plugins offer none.' : `Plugins offer ${types.join(', ')}.`;
  return {
    code: 'journeys.unknown-step-type',
    severity: 'error',
    pointer: `${at}/type`,
    message: `No loaded plugin has a step of type '${type}'.`,
    suggestion: meant === undefined ? known : `Did you mean '${meant}'?`,
  };
}

function unknownWays(
  { type, ways, at }: { type: string; ways: readonly string[]; at: string },
  named: readonly string[],
): Finding[] {
  return named
    .filter((way) => !ways.includes(way))
    .map((way) => {
      const meant = nearest(way, ways);
      return {
        code: 'journeys.unknown-way',
        severity: 'error',
        pointer: at + pointer('ways', way),
        message: `The step '${type}' never answers '${way}'.`,
        suggestion: meant === undefined ? `Its ways are ${ways.join(', ')}.` : `Did you mean '${meant}'?`,
      };
    });
}
