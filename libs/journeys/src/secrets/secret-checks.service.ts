import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentTypeRegistry } from '@parcours/content';
import { Database } from '@parcours/database';
import { type Finding, type JsonObject, nearest } from '@parcours/kernel';

import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { type NamedSecret, namedSecrets } from './named-secrets.rules.js';
import { type KnownSecret, SecretStore } from './secret.store.js';

/** Holds the secrets that journeys name against those that are kept, before they are published. */
@Injectable()
export class SecretChecks implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly database: Database,
    private readonly store: SecretStore,
  ) {}

  onModuleInit(): void {
    const { check } = this.types.hooksOf(JOURNEY_TEMPLATE_TYPE.name);
    this.types.attach(JOURNEY_TEMPLATE_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...(await this.findings(document)),
      ],
    });
  }

  private async findings({ definition }: JsonObject): Promise<Finding[]> {
    const named = namedSecrets(definition);
    if (named.length === 0) return [];
    const known = new Map((await this.store.all(this.database.sql)).map((secret) => [secret.name, secret]));
    return named.flatMap((each) => findingOf(each, known));
  }
}

function findingOf(
  { secret: name, pointer, host }: NamedSecret,
  known: ReadonlyMap<string, KnownSecret>,
): Finding[] {
  const place = { severity: 'error', pointer: `/definition${pointer}` } as const;
  const secret = known.get(name);
  if (!secret) {
    const meant = nearest(name, known.keys());
    const suggestion = meant === undefined ? `Set it: PUT /secrets/${name}.` : `Did you mean '${meant}'?`;
    return [
      { code: 'journeys.unknown-secret', ...place, message: `There is no secret '${name}'.`, suggestion },
    ];
  }
  if (host !== undefined && secret.hosts.includes(host)) return [];
  const message = `The secret '${name}' may not be sent to '${host ?? '?'}'.`;
  const suggestion = `It is for ${secret.hosts.join(', ')}. Whoever keeps it can add a host.`;
  return [{ code: 'journeys.secret-elsewhere', ...place, message, suggestion }];
}
