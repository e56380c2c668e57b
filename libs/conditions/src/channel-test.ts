import { isJsonObject, isKey, KEY_PATTERN, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import { UNSURE } from './sql/sql-fragment.js';
import type { TestKind } from './test-kind.js';

const MEMBERS = ['name', 'reachable'];

/** A test of whether a customer can be reached on a channel. */
export const CHANNEL_TEST: TestKind = {
  member: 'channel',
  sight: 'customer',
  schema: {
    type: 'object',
    title: 'Whether the customer can be reached on a channel',
    required: ['channel'],
    additionalProperties: false,
    properties: {
      channel: {
        type: 'object',
        required: ['name', 'reachable'],
        additionalProperties: false,
        description:
          'Reachable: there is an address for the channel, and the channel as a whole is not refused.',
        properties: {
          name: { type: 'string', pattern: KEY_PATTERN, description: 'Such as sms.' },
          reachable: { type: 'boolean', description: 'false: where they cannot be reached.' },
        },
        examples: [{ name: 'sms', reachable: true }],
      },
    },
  },
  validate: ({ channel, ...others }, at) => {
    const strays = Object.keys(others).map((name) =>
      failure('conditions.unknown-member', at + pointer(name), `'${name}' has no place beside 'channel'.`),
    );
    const place = at + pointer('channel');
    if (isJsonObject(channel)) return [...strays, ...memberFindings(channel, place)];
    const message = "'channel' expects an object with name and reachable.";
    return [...strays, failure('conditions.invalid-operand', place, message)];
  },
  compile: (test) => {
    const { name, isWanted } = partsOf(test);
    return {
      holds: ({ reachable }) => (reachable?.(name) ?? false) === isWanted,
      reads: [
        { of: 'consent', path: `reachable.${name}`, value: ({ reachable }) => reachable?.(name) ?? false },
      ],
    };
  },
  // What an address has to look like is for the closure to tell.
  sql: () => UNSURE,
  describe: (test, { language }) => {
    const { name, isWanted } = partsOf(test);
    return language === 'fr'
      ? [`${isWanted ? 'peut' : 'ne peut pas'} être joint par ${name}`]
      : [`${isWanted ? 'can' : 'cannot'} be reached by ${name}`];
  },
};

function partsOf({ channel }: JsonObject): { name: string; isWanted: boolean } {
  const { name, reachable } = isJsonObject(channel) ? channel : {};
  return {
    name: typeof name === 'string' ? name : JSON.stringify(name ?? null),
    isWanted: reachable !== false,
  };
}

function memberFindings(channel: JsonObject, place: string): Finding[] {
  const findings = Object.keys(channel)
    .filter((name) => !MEMBERS.includes(name))
    .map((name) =>
      failure('conditions.unknown-member', place + pointer(name), `A test of a channel has no '${name}'.`),
    );
  const { name, reachable } = channel;
  if (typeof name !== 'string' || !isKey(name)) {
    const message = "'name' expects the name of a channel, such as sms.";
    findings.push(failure('conditions.invalid-operand', place + pointer('name'), message));
  }
  if (typeof reachable !== 'boolean') {
    const message = "'reachable' expects true or false.";
    findings.push(failure('conditions.invalid-operand', place + pointer('reachable'), message));
  }
  return findings;
}

function failure(code: string, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}
