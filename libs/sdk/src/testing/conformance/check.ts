import { setMaxListeners } from 'node:events';
import { isDeepStrictEqual, inspect } from 'node:util';

import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

import type { OpenConnector } from '../../channel-connector.js';
import type { ActionRunner } from '../../connector-action.js';
import type { OpenCrm } from '../../crm-connector.js';
import type { OpenInsightExporter } from '../../insight-exporter.js';
import type { SendError, SendResult } from '../../outgoing-message.js';
import type { JsonSchema } from '../../json-schema.js';
import type { AnyConnector } from '../../plugin.js';
import { type TestHost, testHost } from '../test-host.js';
import type { ConformanceSubject, FakeProvider } from './conformance-subject.js';

/** What the checks use of an open connector, of any kind. */
export type OpenedConnector = Partial<Pick<OpenConnector, 'sendBatch' | 'callbacks'>> &
  Partial<ActionRunner> &
  Partial<Pick<OpenCrm, 'fields' | 'changes' | 'keepPeople' | 'find'>> &
  Partial<Pick<OpenInsightExporter, 'export'>> &
  Pick<OpenConnector, 'verify' | 'close'>;

/** Found instead of what the contract says. */
export class Breach extends Error {}

/** There is nothing to look at. */
export class Inapplicable extends Error {}

/** One connector under test, with a provider of its own. */
export interface Trial {
  readonly connector: AnyConnector;
  readonly subject: ConformanceSubject;
  readonly fake: FakeProvider;
  readonly host: TestHost;
  /** How many messages must leave no memory behind. */
  readonly many: number;
  /** Opens it; whatever is opened is closed at the end of the check. */
  open(config?: JsonObject): Promise<OpenedConnector>;
}

/** One thing that the contract says. */
export interface Check {
  readonly title: string;
  run(trial: Trial): Promise<void>;
}

/** @throws Breach unless it holds */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Breach(otherwise);
}

export function mustEqual(found: unknown, expected: unknown, what: string): void {
  must(isDeepStrictEqual(found, expected), `${what} is ${shown(found)}; expected ${shown(expected)}`);
}

export function shown(value: unknown): string {
  return inspect(value, { depth: 4, breakLength: 160, compact: true }).slice(0, 600);
}

/** @throws Breach where it was sent, or the failure is of no such class */
export function mustFail(result: SendResult | undefined, classes: readonly string[]): SendError {
  must(result?.status === 'failed', `the result is ${shown(result)}; expected a failure`);
  return mustBeOf(result.error, classes);
}

/** @throws Breach where the failure is of no such class, or does not say what it has to */
export function mustBeOf(error: SendError, classes: readonly string[]): SendError {
  must(
    classes.includes(error.class),
    `the class of the failure is '${error.class}' (${error.code}: ${error.detail}); expected ${classes.join(' or ')}`,
  );
  must(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(error.code), `'${error.code}' is no code such as pager.refused`);
  must(error.detail !== '', 'the failure has no detail');
  return error;
}

/** What a trial is made from. */
export type TrialParts = Pick<Trial, 'connector' | 'subject' | 'many'>;

/** Runs one check with a provider and connectors of its own, and lets go of them. */
export async function inTrial(parts: TrialParts, work: (trial: Trial) => Promise<void>): Promise<void> {
  const fake = await parts.subject.start();
  const host = testHost();
  const opened: OpenedConnector[] = [];
  const open = async (config: JsonObject = fake.config): Promise<OpenedConnector> => {
    const connector = await parts.connector.open(withDefaults(parts.connector.config, config), host);
    opened.push(connector);
    return connector;
  };
  try {
    await work({ ...parts, fake, host, open });
  } finally {
    fake.behave('normal');
    await Promise.allSettled(opened.map((each) => each.close()));
    await fake.stop();
  }
}

/** Settings with the defaults of their schema, as the host fills them in. */
export function withDefaults(schema: JsonSchema, value: JsonObject): JsonObject {
  const filled: Record<string, JsonValue | undefined> = { ...value };
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const given = filled[name];
    if (isJsonObject(given)) filled[name] = withDefaults(member, given);
    // A schema is JSON, and so is a default in it.
    else if (given === undefined && member.default !== undefined) filled[name] = member.default as JsonValue;
  }
  return filled;
}

/** True where the other side drops what comes twice. */
export function isIdempotent(connector: AnyConnector): boolean {
  if (!('capabilities' in connector) || !('idempotency' in connector.capabilities)) return false;
  return connector.capabilities.idempotency;
}

/** Of a call that nobody gives up; as many may listen to it as to those of the host. */
export function never(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

/** A call that is given up settles within so many milliseconds. */
const SETTLES_WITHIN_MS = 2_000;

/** @throws Breach where a call goes on after its signal was aborted */
export async function mustStop(call: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const ended = call(stop.signal).then(
    () => true,
    () => true,
  );
  setTimeout(() => {
    stop.abort();
  }, 50);
  must(await within(SETTLES_WITHIN_MS, ended), 'it goes on after its signal was aborted');
}

async function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
