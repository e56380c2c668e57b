import { Injectable } from '@nestjs/common';
import { DraftService, PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import { JOURNEY_TEMPLATE_TYPE, type JourneyTemplateDocument } from '../templates/journey-template.type.js';
import { EnrollmentSelection } from './enrollment-selection.store.js';
import { migrationBetween } from './migration-writer.service.js';

/** What a migration would make of those who stand at one step of one version. */
export interface MigrationRow {
  readonly version: number;
  readonly step: string;
  readonly count: number;
  /** Why they stay; null where they go over. */
  readonly stays: 'step-gone' | 'type-changed' | 'unreadable' | null;
  /** What they wait for changes with the step. */
  readonly isAdapted: boolean;
}

/** Says what a migration would do, before it does. */
@Injectable()
export class MigrationPreview {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly content: PublishedContent,
    private readonly selection: EnrollmentSelection,
  ) {}

  /** Of the draft of a journey template. @throws content.not-found */
  async ofDraft(key: string): Promise<readonly MigrationRow[]> {
    const item = await this.drafts.require({ type: JOURNEY_TEMPLATE_TYPE.name, key });
    const standings = await this.selection.standings(this.database.sql, item.id);
    const versions = await this.content.versions(
      JOURNEY_TEMPLATE_TYPE,
      standings.map(({ versionId }) => versionId),
    );
    const target = { document: documentOf(item.draft) };
    return standings.map(({ versionId, version, step, count }) => {
      const plan = migrationBetween(versions.get(versionId), target).get(step);
      const stays = plan ? (plan.moves ? null : plan.why) : 'unreadable';
      return { version, step, count, stays, isAdapted: plan?.moves === true && plan.adapt !== undefined };
    });
  }
}

function documentOf(draft: JsonObject): JourneyTemplateDocument {
  const { definition } = draft;
  return { definition: (definition ?? {}) as JsonObject };
}
