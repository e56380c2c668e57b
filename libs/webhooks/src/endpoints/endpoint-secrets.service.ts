import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import { SealedTexts } from '@parcours/plugin-host';

import { type Endpoint, EndpointStore, type KeptSecret } from './endpoint.store.js';
import { newSecret } from './signature.rules.js';

const OVERLAP_MS = 24 * 3_600_000;
/** Whoever rotates again and again within a day would make the header grow without end. */
const KEPT_SECRETS = 4;

export interface NewSecret {
  /** Readable, this once. */
  readonly secret: string;
  /** Until when the one before is used too; null when there was none. */
  readonly previousUntil: number | null;
}

/** The secrets that deliveries are signed with. */
@Injectable()
export class EndpointSecrets {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointStore,
    private readonly sealed: SealedTexts,
    private readonly clock: Clock,
  ) {}

  /** The endpoint of a webhook, which has a secret from its first use on. @throws plugins.secret-key-missing */
  async endpointOf(itemId: number): Promise<Endpoint> {
    const known = await this.endpoints.find(this.database.sql, itemId);
    if (known) return known;
    await this.endpoints.addIfNew(this.database.sql, itemId, this.seal(newSecret()));
    const added = await this.endpoints.find(this.database.sql, itemId);
    if (!added) throw new TypeError('the endpoint was removed meanwhile');
    return added;
  }

  /** Readable, the newest first. @throws plugins.secret-unreadable */
  validSecrets({ secrets }: Endpoint): string[] {
    return this.valid(secrets).map(({ sealed }) => this.sealed.open(sealed, '/secret'));
  }

  /** The secret before stays valid for a day: deliveries are signed with both. @throws plugins.secret-key-missing */
  async rotate(itemId: number): Promise<NewSecret> {
    const secret = newSecret();
    const fresh = this.seal(secret);
    return this.database.transaction(async ({ sql }) => {
      await this.endpoints.addIfNew(sql, itemId, fresh);
      const endpoint = await this.endpoints.find(sql, itemId, 'lock');
      const before = (endpoint?.secrets ?? []).filter(({ sealed }) => sealed !== fresh.sealed);
      const until = fresh.createdAt + OVERLAP_MS;
      const ending = this.valid(before).map((kept) => ({ ...kept, until: kept.until ?? until }));
      await this.endpoints.replaceSecrets(sql, itemId, [fresh, ...ending].slice(0, KEPT_SECRETS));
      return { secret, previousUntil: ending[0]?.until ?? null };
    });
  }

  private seal(secret: string): KeptSecret {
    return { sealed: this.sealed.seal(secret), createdAt: this.clock.now(), until: null };
  }

  private valid(secrets: readonly KeptSecret[]): KeptSecret[] {
    const now = this.clock.now();
    return secrets.filter(({ until }) => until === null || until > now);
  }
}
