import { Injectable } from '@nestjs/common';

import type { Principal } from '../tokens/principal.js';

/** A kind of bearer credentials beside API tokens. */
export interface CredentialSource {
  /** What they start with: `prs_`. */
  readonly prefix: string;
  /** Answers at once where the credential is known. @throws http.unauthenticated */
  authenticate(text: string): Principal | Promise<Principal>;
  /** The caller when the credential is known already; nothing is looked up. */
  known(text: string): Principal | undefined;
}

/** The kinds of credentials that other libraries bring along. Register while modules start. */
@Injectable()
export class CredentialSources {
  private readonly sources: CredentialSource[] = [];

  register(source: CredentialSource): void {
    this.sources.push(source);
  }

  of(text: string): CredentialSource | undefined {
    return this.sources.find(({ prefix }) => text.startsWith(prefix));
  }
}
