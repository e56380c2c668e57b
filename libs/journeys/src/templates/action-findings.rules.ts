import { type Finding, isJsonObject, type JsonObject, nearest, pointer } from '@parcours/kernel';

import { isRead, valueAt } from './read-values.rules.js';

/** What a connector offers; `undefined` where nothing is known of the connector. */
export type ActionsOf = (connector: string) => OfferedActions | undefined;

export interface OfferedActions {
  readonly names: readonly string[];
  /** What is wrong with what an action is asked; pointers into the input. */
  readonly check: (action: string, input: JsonObject) => readonly Finding[];
}

/**
 * Findings for action steps that ask for what no connector offers. A value that is read from data is known when it is
 * there, and not before. `definition` may be anything: what its schema refuses is skipped.
 */
export function actionFindings(definition: JsonObject, actionsOf: ActionsOf): Finding[] {
  const steps = isJsonObject(definition['steps']) ? definition['steps'] : {};
  return Object.entries(steps).flatMap(([key, step]): Finding[] => {
    if (!isJsonObject(step) || step['type'] !== 'action') return [];
    const { connector, action, input = {} } = step;
    if (typeof connector !== 'string' || typeof action !== 'string' || !isJsonObject(input)) return [];
    const offered = actionsOf(connector);
    if (!offered) return [];
    const at = pointer('steps', key);
    if (!offered.names.includes(action)) return [unknownAction(action, connector, { at, ...offered })];
    return offered
      .check(action, input)
      .filter((finding) => !isRead(valueAt(input, finding.pointer)))
      .map(({ pointer: place, message, suggestion }) => ({
        code: 'journeys.invalid-input',
        severity: 'error',
        pointer: `${at}/input${place}`,
        message: `The action '${action}' does not take this: ${message}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      }));
  });
}

function unknownAction(
  action: string,
  connector: string,
  { at, names }: { at: string; names: readonly string[] },
): Finding {
  const meant = nearest(action, names);
  const known = names.length === 0 ? 'It offers none.' : `Its actions are ${names.join(', ')}.`;
  return {
    code: 'journeys.unknown-action',
    severity: 'error',
    pointer: `${at}/action`,
    message: `The connector '${connector}' has no action '${action}'.`,
    suggestion: meant === undefined ? known : `Did you mean '${meant}'?`,
  };
}
