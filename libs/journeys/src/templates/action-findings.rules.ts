import { OWNER_INPUT } from '@parcours/engine';
import { type Finding, isJsonObject, type JsonObject, nearest, pointer } from '@parcours/kernel';
import type { HandOverPart } from '@parcours/sdk';

import { isRead, valueAt } from './read-values.rules.js';

/** What a connector offers; `undefined` where nothing is known of the connector. */
export type ActionsOf = (connector: string) => OfferedActions | undefined;

/** The key of somebody of a team; `undefined` where there is no such team. */
export type MemberOf = (team: string) => string | undefined;

export interface OfferedActions {
  readonly names: readonly string[];
  /** What is wrong with what an action is asked; pointers into the input. */
  readonly check: (action: string, input: JsonObject) => readonly Finding[];
  /** What an action is told of the customer beside its input. */
  readonly handOverOf: (action: string) => readonly HandOverPart[];
  /** The outcomes that an action can have; `undefined` where any. */
  readonly outcomesOf: (action: string) => readonly string[] | undefined;
}

interface AskedAction {
  readonly step: JsonObject;
  readonly action: string;
  readonly offered: OfferedActions;
  /** The JSON pointer of the step. */
  readonly at: string;
}

/**
 * Findings for action steps that ask for what no connector offers. A value that is read from data is known when it is
 * there, and not before. `definition` may be anything: what its schema refuses is skipped.
 */
export function actionFindings(
  definition: JsonObject,
  actionsOf: ActionsOf,
  memberOf: MemberOf = () => undefined,
): Finding[] {
  const steps = isJsonObject(definition['steps']) ? definition['steps'] : {};
  return Object.entries(steps).flatMap(([key, step]): Finding[] => {
    if (!isJsonObject(step) || step['type'] !== 'action') return [];
    const { connector, action, input = {} } = step;
    if (typeof connector !== 'string' || typeof action !== 'string' || !isJsonObject(input)) return [];
    const offered = actionsOf(connector);
    if (!offered) return [];
    const at = pointer('steps', key);
    if (!offered.names.includes(action)) return [unknownAction(action, connector, { at, ...offered })];
    const asked = { step, action, offered, at };
    return [...inputFindings(input, asked, memberOf), ...outcomeFindings(asked), ...handOverFindings(asked)];
  });
}

function inputFindings(
  input: JsonObject,
  { step, action, offered, at }: AskedAction,
  memberOf: MemberOf,
): Finding[] {
  const owner = ownerOf(step, memberOf);
  const whole = owner ? { ...input, [owner.into]: owner.member } : input;
  const place = owner && pointer(owner.into);
  return offered
    .check(action, whole)
    .filter((finding) => !isRead(valueAt(whole, finding.pointer)))
    .map((finding) => ({
      code: 'journeys.invalid-input',
      severity: 'error',
      pointer: finding.pointer === place ? `${at}/owner/into` : `${at}/input${finding.pointer}`,
      message: `The action '${action}' does not take this: ${finding.message}`,
      ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    }));
}

/** Somebody of the team in the place where the action is told who. */
function ownerOf({ owner }: JsonObject, memberOf: MemberOf) {
  if (!isJsonObject(owner) || typeof owner['team'] !== 'string') return undefined;
  const { into = OWNER_INPUT } = owner;
  const member = memberOf(owner['team']);
  return typeof into === 'string' && member !== undefined ? { into, member } : undefined;
}

function outcomeFindings({ step: { ways }, action, offered, at }: AskedAction): Finding[] {
  const outcomes = offered.outcomesOf(action);
  if (!outcomes || !isJsonObject(ways)) return [];
  return Object.keys(ways)
    .filter((outcome) => !outcomes.includes(outcome))
    .map((outcome) => {
      const meant = nearest(outcome, outcomes);
      return {
        code: 'journeys.unknown-outcome',
        severity: 'error',
        pointer: at + pointer('ways', outcome),
        message: `The action '${action}' never comes to '${outcome}'.`,
        suggestion: meant === undefined ? `It comes to ${outcomes.join(', ')}.` : `Did you mean '${meant}'?`,
      };
    });
}

function handOverFindings({ step: { handOver }, action, offered, at }: AskedAction): Finding[] {
  if (handOver === undefined || offered.handOverOf(action).includes('traits')) return [];
  return [
    {
      code: 'journeys.hand-over-not-taken',
      severity: 'error',
      pointer: `${at}/handOver`,
      message: `The action '${action}' takes no traits beside its input.`,
      suggestion: 'Read them in input, such as {{customer.plan}}.',
    },
  ];
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
