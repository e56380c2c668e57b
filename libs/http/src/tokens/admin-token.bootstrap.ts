import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { systemActor } from '@parcours/kernel';

import { TokenErrors } from '../http.errors.js';
import { ApiTokenRepository } from './api-token.repository.js';
import { ApiTokenService } from './api-token.service.js';
import { newTokenText } from './token-text.js';

const BOOTSTRAP = { name: 'bootstrap', scopes: ['*'] } as const;
const BY = systemActor('bootstrap');

/** The first token, without which nobody could create another. */
@Injectable()
export class AdminTokenBootstrap implements OnApplicationBootstrap {
  private readonly logger = new Logger(AdminTokenBootstrap.name);

  constructor(
    private readonly config: ParcoursConfig,
    private readonly service: ApiTokenService,
    private readonly tokens: ApiTokenRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { adminToken, adminTokenFile } = this.config;
    if (adminToken !== undefined) await this.ensure(adminToken);
    else if (adminTokenFile !== undefined) await this.generate(adminTokenFile);
  }

  private async ensure(text: string): Promise<void> {
    const token = this.service.prepare(BOOTSTRAP, { text, by: BY });
    if (await this.tokens.addIfNew(token, BY)) return;
    const known = await this.tokens.findByHash(token.hash);
    if (known && known.revokedAt !== null) {
      this.logger.warn('PARCOURS_ADMIN_TOKEN names a token that was revoked; it stays revoked.');
    }
  }

  /** The file is written before the token is stored: a token that nobody knows would lock everybody out. */
  private async generate(file: string): Promise<void> {
    const text = newTokenText();
    const token = this.service.prepare(BOOTSTRAP, { text, by: BY });
    const isFirst = await this.tokens.addIfFirst(token, BY, () => {
      writeSecret(file, text);
    });
    if (isFirst) this.logger.log(`The admin token was written to ${file}.`);
  }
}

function writeSecret(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw TokenErrors.fileNotWritten({ file, reason }, { cause });
  }
}
