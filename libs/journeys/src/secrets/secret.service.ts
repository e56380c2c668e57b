import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, Clock, type JsonObject } from '@parcours/kernel';
import { SealedTexts } from '@parcours/plugin-host';

import { JourneyErrors } from '../journeys.errors.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { namedSecrets } from './named-secrets.rules.js';
import { type KnownSecret, SecretStore } from './secret.store.js';

export interface SecretOrder {
  readonly value: string;
  readonly hosts: readonly string[];
}

/** The database, and the moment at which something is written there. */
@Injectable()
export class SecretLedger {
  constructor(
    private readonly database: Database,
    private readonly store: SecretStore,
    private readonly trail: ActionTrail,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<KnownSecret[]> {
    return this.store.all(this.database.sql);
  }

  async put(
    name: string,
    { sealed, hosts, by }: { sealed: string; hosts: readonly string[]; by: Actor },
  ): Promise<KnownSecret> {
    return this.database.transaction(async ({ sql }) => {
      const [before] = await this.store.find(sql, [name]);
      const now = this.clock.now();
      const secret = { name, sealed, hosts, createdAt: before?.createdAt ?? now, updatedAt: now };
      await this.store.put(sql, secret);
      const [was, is] = [before && seen(before), seen(secret)];
      await this.trail.record(sql, { ...actionOn(name, 'set', by), before: was ?? null, after: is });
      return secret;
    });
  }

  /** @throws journeys.secret-not-found */
  async remove(name: string, by: Actor): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      const [before] = await this.store.find(sql, [name]);
      if (!before || !(await this.store.remove(sql, name))) throw JourneyErrors.secretNotFound({ name });
      await this.trail.record(sql, { ...actionOn(name, 'removed', by), before: seen(before), after: null });
    });
  }
}

/** Keeps what steps send to other systems and nobody may read. */
@Injectable()
export class SecretService {
  constructor(
    private readonly ledger: SecretLedger,
    private readonly sealed: SealedTexts,
    private readonly content: PublishedContent,
  ) {}

  async list(): Promise<KnownSecret[]> {
    return this.ledger.all();
  }

  /** @throws plugins.secret-key-missing */
  async put(name: string, { value, hosts }: SecretOrder, by: Actor): Promise<KnownSecret> {
    return this.ledger.put(name, { sealed: this.sealed.seal(value), hosts: hosts.map(asHost), by });
  }

  /** @throws journeys.secret-not-found, journeys.secret-in-use */
  async remove(name: string, by: Actor): Promise<void> {
    const content = await this.content.snapshot();
    const users = content
      .all(JOURNEY_TEMPLATE_TYPE)
      .filter(({ document }) => namedSecrets(document.definition).some((each) => each.secret === name));
    if (users.length > 0) {
      const journeys = users.map(({ key }) => key).sort();
      throw JourneyErrors.secretInUse({ name, journeys: journeys.join(', ') });
    }
    await this.ledger.remove(name, by);
  }
}

function asHost(host: string): string {
  return host.toLowerCase();
}

function actionOn(name: string, what: string, by: Actor) {
  return { action: `secrets.${what}`, subject: { type: 'secrets', key: name }, by };
}

function seen({ name, hosts }: KnownSecret): JsonObject {
  return { name, hosts: [...hosts] };
}
