import { Injectable } from '@nestjs/common';
import type { GroupKind } from '@parcours/conditions';
import { type ContentItem, DraftService } from '@parcours/content';
import type { ListQuery, Page } from '@parcours/http';
import type { JsonObject } from '@parcours/kernel';

import { SEGMENT_TYPE } from '../segments/segment.type.js';
import { type MemberView, MembershipViews } from './membership-views.store.js';
import { MembershipPreview, type Preview } from './preview/preview.service.js';
import type { MembershipSource } from './rules/membership-rule.js';
import {
  MembershipRuleBook,
  PERSONAS,
  personaSource,
  segmentSource,
} from './rules/membership-rules.service.js';

/** How it stands with the members of a segment or persona. */
export interface MembershipState {
  /** `filling`: who belongs is being worked out; `unpublished`: nobody belongs. */
  readonly state: 'ready' | 'filling' | 'unpublished';
  readonly members: number;
  /** Share of the customers of whom it is known, 0 to 1. */
  readonly progress: number;
  /** When the last full look at all customers made progress. */
  readonly updatedAt: number | null;
}

const TYPES = { segment: SEGMENT_TYPE.name, persona: PERSONAS } as const;

/** What people ask about the members of segments and personas. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly drafts: DraftService,
    private readonly book: MembershipRuleBook,
    private readonly views: MembershipViews,
    private readonly previews: MembershipPreview,
  ) {}

  /** @throws content.not-found */
  async members(kind: GroupKind, key: string, query: ListQuery): Promise<Page<MemberView>> {
    const { id } = await this.find(kind, key);
    return this.views.membersOf(id, query);
  }

  /** @throws content.not-found */
  async state(kind: GroupKind, key: string): Promise<MembershipState> {
    const { id } = await this.find(kind, key);
    const members = await this.views.count(id);
    const rules = await this.book.now();
    const fingerprint = rules.fingerprints[rules.ordered.findIndex((rule) => rule.id === id)];
    if (fingerprint === undefined) return { state: 'unpublished', members, progress: 0, updatedAt: null };
    const { lanes, done, updatedAt } = await this.views.fillOf(id, fingerprint);
    return { state: done < lanes ? 'filling' : 'ready', members, progress: done / lanes, updatedAt };
  }

  /** Of the draft as it is kept. @throws content.not-found, conditions.invalid */
  async previewOfDraft(kind: GroupKind, key: string): Promise<Preview> {
    const { id, draft } = await this.find(kind, key);
    return this.preview(kind, draft, { id, key });
  }

  /** Of a document that nobody has saved. @throws conditions.invalid */
  async preview(
    kind: GroupKind,
    document: JsonObject,
    { id, key }: { id: number; key: string } = { id: 0, key: '' },
  ): Promise<Preview> {
    const named = { id, versionId: 0, key };
    const source = kind === 'segment' ? segmentSource(document, named) : personaSource(document, named);
    const at = kind === 'segment' ? '/condition' : '/membership';
    return this.previews.of(source ?? nobody(kind, named), at);
  }

  private find(kind: GroupKind, key: string): Promise<ContentItem> {
    return this.drafts.require({ type: TYPES[kind], key });
  }
}

function nobody(
  kind: GroupKind,
  named: Pick<MembershipSource, 'id' | 'versionId' | 'key'>,
): MembershipSource {
  return { ...named, kind, condition: undefined, customers: undefined, within: [], except: [] };
}
