import { Injectable } from '@nestjs/common';
import { type ContentItem, ContentTypeRegistry, DraftService } from '@parcours/content';

/** Things by type and key. */
@Injectable()
export class Things {
  constructor(
    private readonly drafts: DraftService,
    private readonly types: ContentTypeRegistry,
  ) {}

  /** @throws content.not-found */
  async require({ type, key }: { type: string; key: string }): Promise<ContentItem> {
    return this.drafts.require({ type, key });
  }

  /** What errors say of a thing. */
  words({ type, key }: { type: string; key: string }): { singular: string; key: string } {
    return { singular: this.types.singularOf(type), key };
  }
}
