import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { TRACKED_FOR_MS } from '../tracking/reading.service.js';
import type { ShortLink } from './short-link.js';
import { ShortLinkStore } from './short-link.store.js';

const CODE = /^[0-9A-Za-z]{11}$/;

/** Says where short links lead. */
@Injectable()
export class FollowedLinks {
  constructor(
    private readonly database: Database,
    private readonly links: ShortLinkStore,
    private readonly clock: Clock,
  ) {}

  /** `undefined` for a code that was not made here, is a year old, or was a customer's who is erased. */
  async of(code: string): Promise<ShortLink | undefined> {
    if (!CODE.test(code)) return undefined;
    return this.links.find(this.database.sql, code, this.clock.now() - TRACKED_FOR_MS);
  }
}
