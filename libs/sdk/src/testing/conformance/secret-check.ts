import { isJsonObject, type JsonValue } from '@parcours/kernel';

import { type CrmConnector, isCrmFailure } from '../../crm-connector.js';
import type { JsonSchema } from '../../json-schema.js';
import { type Check, must, type OpenedConnector } from './check.js';
import { sampleBatch } from './export-checks.js';
import { isKnownChannel, sampleMessage } from './sample-messages.js';

/** The shortest text that would not be found by chance. */
const SHORTEST_SECRET = 6;

/** Secrets are in no line of the log and in no result, whatever happens. */
export const SECRET_CHECK: Check = {
  title: 'no secret is logged or told',
  async run({ connector, fake, host, ...trial }) {
    const secrets = [
      ...secretsIn(connector.config, fake.config),
      ...secretsIn(connector.config, fake.wrongConfig ?? {}),
    ];
    const told: unknown[] = [];
    for (const config of [fake.config, fake.wrongConfig]) {
      if (config === undefined) continue;
      const opened = await trial.open(config).catch((error: unknown) => {
        told.push(String(error));
        return undefined;
      });
      if (!opened) continue;
      for (const behaviour of ['normal', 'throttle', 'outage'] as const) {
        fake.behave(behaviour);
        const signal = AbortSignal.timeout(10_000);
        if ('channel' in connector && isKnownChannel(connector.channel)) {
          const messages = [sampleMessage(connector.channel, 1)];
          told.push(await opened.sendBatch?.(messages, { signal }).catch(String));
        }
        if ('records' in connector) told.push(...(await toldByCrm(connector, opened, signal)));
        for (const stream of 'exports' in connector ? connector.exports : []) {
          told.push(await opened.export?.(sampleBatch(stream, 1), { signal }).catch(String));
        }
        told.push(await opened.verify?.({ signal }).catch(String));
      }
      fake.behave('normal');
    }
    const text = JSON.stringify([told, host.logged]);
    const leaked = secrets.filter((secret) => text.includes(secret));
    must(leaked.length === 0, `${String(leaked.length)} of its secrets can be read in logs or results`);
  },
};

async function toldByCrm(
  { records: { kinds, match } }: CrmConnector,
  crm: OpenedConnector,
  signal: AbortSignal,
): Promise<unknown[]> {
  const [kind = 'person'] = kinds;
  const person = { customerId: 'c-1', match: { field: match, value: 'nobody@example.com' }, fields: {} };
  const telling = (cause: unknown) => (isCrmFailure(cause) ? cause.error : String(cause));
  return [
    await crm.fields?.(kind, { signal }).catch(telling),
    await crm.changes?.({ kind, limit: 1, fields: [] }, { signal }).catch(telling),
    await crm
      .find?.({ kind: 'person', field: match, value: 'nobody@example.com' }, { signal })
      .catch(telling),
    await crm.keepPeople?.([person], { signal }).catch(telling),
  ];
}

/** The texts of the members that the schema marks as secret. */
export function secretsIn(schema: JsonSchema, value: JsonValue | undefined): string[] {
  if (schema['x-secret'] === true) {
    return typeof value === 'string' && value.length >= SHORTEST_SECRET ? [value] : [];
  }
  if (Array.isArray(value))
    return value.flatMap((each) => (schema.items ? secretsIn(schema.items, each) : []));
  if (!isJsonObject(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => secretsIn(member, value[name]));
}
