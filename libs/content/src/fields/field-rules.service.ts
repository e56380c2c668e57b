import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import type { ErrorItem, JsonObject } from '@parcours/kernel';

import type { ContentChange } from '../changes/content-change.js';
import { ContentChanges } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import type { Usage } from '../references/content-reference.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { CheckContext } from '../types/content-type.js';
import type { CustomFieldDocument } from './custom-field.type.js';
import { isPlaced, selectCarriers } from './field-carrier.repository.js';
import { FieldImpact } from './field-impact.service.js';
import { CONTENT_FIELDS_JOB } from './field.job.js';
import { CUSTOM_FIELDS } from './published-fields.js';

const LISTED_USES = 100;

/** What happens to things when the custom fields of their type change. */
@Injectable()
export class FieldRules implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly changes: ContentChanges,
    private readonly impact: FieldImpact,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    if (!this.types.has(CUSTOM_FIELDS)) return;
    const { check } = this.types.hooksOf(CUSTOM_FIELDS);
    this.types.attach(CUSTOM_FIELDS, {
      check: async (document: JsonObject, context: CheckContext) => {
        const own = (await check?.(document, context)) ?? [];
        if (own.length > 0) return own;
        return this.impact.findings(asField(document), context.key);
      },
    });
    this.changes.subscribe({
      changing: (sql, changes) => this.assertNotCarried(sql, changes),
      changed: (changes) => {
        this.wake(changes);
      },
    });
  }

  /** A field whose values are still kept is put away rather than deleted: nobody could tell what they were. */
  private async assertNotCarried(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    for (const { type, action, before, key } of changes) {
      if (type !== CUSTOM_FIELDS || action !== 'deleted' || !before || !isPlaced(before)) continue;
      const carriers = await selectCarriers(sql, before, LISTED_USES);
      if (carriers.length === 0) continue;
      const singular = this.types.singularOf(type);
      const errors = carriers.map((use) => this.asItem(use));
      throw ContentErrors.inUse({ singular, key }, { errors });
    }
  }

  private asItem({ type, key, pointer }: Usage): ErrorItem {
    const detail = `The ${this.types.singularOf(type)} '${key}' holds a value of it.`;
    return { pointer: `/${type}/${key}${pointer}`, code: 'content.in-use', detail };
  }

  private wake(changes: readonly ContentChange[]): void {
    const places = changes
      .filter(({ type }) => type === CUSTOM_FIELDS)
      .flatMap(({ before, after }) => [before, after])
      .flatMap((field) => (field && isPlaced(field) ? [field.appliesTo] : []));
    if (places.length > 0) this.jobs.wake(CONTENT_FIELDS_JOB, [...new Set(places)]);
  }
}

/** Checks see only documents that the schema has accepted. */
function asField(document: JsonObject): CustomFieldDocument {
  return document as unknown as CustomFieldDocument;
}
