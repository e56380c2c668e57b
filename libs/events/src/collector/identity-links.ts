import { Injectable } from '@nestjs/common';

/** Two ids that are said to be of one person. */
export interface IdentityLink {
  /** identify: `from` is the id of a device. alias: `from` is another id of the customer. */
  readonly kind: 'identify' | 'alias';
  readonly from: string;
  readonly into: string;
}

/** Where the collector tells which ids belong together. */
export abstract class IdentityLinks {
  /** Resolves when the links are on disk. Told again, a link says nothing new. */
  abstract accept(links: readonly IdentityLink[]): Promise<void>;
}

/**
 * Keeps ids apart: the calls that link them are in the histories of their customers, from where they can be linked
 * later.
 */
@Injectable()
export class SeparateIdentities extends IdentityLinks {
  override accept(): Promise<void> {
    return Promise.resolve();
  }
}
