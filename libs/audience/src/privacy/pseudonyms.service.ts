import { createHmac, randomBytes } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SettingsStore } from '@parcours/database';

const SETTING = 'privacy-key';
const KEY_BYTES = 32;

/**
 * Names people by a keyed hash (HMAC-SHA-256, RFC 2104): who has an id or an address can find out whether it was this
 * one, who has the hash learns nothing. The key is made at the first start and kept with the data, because what it has
 * named must be recognised for as long as the data lasts.
 */
@Injectable()
export class Pseudonyms implements OnModuleInit {
  private key: Buffer | undefined;

  constructor(private readonly settings: SettingsStore) {}

  async onModuleInit(): Promise<void> {
    const stored = await this.settings.readOrStore(SETTING, randomBytes(KEY_BYTES).toString('base64'));
    this.key = Buffer.from(stored, 'base64');
  }

  /** Of an external id: 43 letters, digits, `-` and `_`. */
  ofCustomer(externalId: string): string {
    return this.of('customer', externalId);
  }

  /** Of an address in the form that it is compared in. */
  ofAddress(address: string): string {
    return this.of('address', address);
  }

  private of(kind: string, text: string): string {
    if (!this.key) throw new TypeError('pseudonyms are made once the modules have started');
    return createHmac('sha256', this.key).update(`${kind}\n${text}`).digest('base64url');
  }
}
