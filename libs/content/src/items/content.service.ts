import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { answerPage, type JsonSchema, type ListQuery, type ListSpec } from '@parcours/http';
import { isJsonObject, type JsonObject, resolveText } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { CustomFields } from '../fields/custom-fields.service.js';
import { FieldBackfill } from '../fields/field-backfill.service.js';
import { customListFields, usesCustomFields } from '../fields/field-lists.js';
import { completenessOf } from '../locales/completeness.js';
import { localisedMembers, mapLocalised } from '../locales/localised-members.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { withCustomFields } from '../types/document-schema.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { instantOf, presentItem } from './content.presenter.js';
import { listSpecOf } from './content-status.js';

const READ_AT_ONCE = 1_000;

/** What there is, as it is answered. */
@Injectable()
export class ContentService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly types: ContentTypeRegistry,
    private readonly config: ParcoursConfig,
    private readonly fields: CustomFields,
    private readonly backfill: FieldBackfill,
  ) {}

  /** `read` reads the query string by what lists of the type have: with the custom fields that are published. */
  async list(type: string, read: (spec: ListSpec) => ListQuery) {
    const fields = await this.fields.of(type);
    const query = read(listSpecOf(this.types.get(type), customListFields(fields)));
    if (usesCustomFields(query)) await this.fieldsReady(type);
    const { locale, search } = query.parameters;
    const page = await this.items.list(type, query, search);
    const members = query.fields && [...query.fields, ...query.include];
    return answerPage(page, { ...query, fields: members }, (item) => ({
      ...this.present(item, locale),
      ...(fieldsOf(query).includes('reviewDueAt') && { reviewDueAt: instantOf(item.reviewDueAt) }),
      ...(query.include.includes('completeness') && { completeness: this.completeness(item, locale) }),
    }));
  }

  /** As it is now; in one language when asked for one. */
  async read(item: ContentItem, locale?: string): Promise<JsonObject> {
    await this.fields.of(item.type);
    return this.present(item, locale);
  }

  /** By the custom fields that were last asked for: the answer to a change, or one of many. */
  present(item: ContentItem, locale?: string): JsonObject {
    return presentItem(item, this.inLocale(item.type, this.shown(item), locale));
  }

  /** A shown document with its localised texts in one language: that of the locale, else the workspace's, else any. */
  inLocale(type: string, shown: JsonObject, locale: string | undefined): JsonObject {
    if (locale === undefined) return shown;
    const { locale: defaultLocale } = this.config.workspace;
    const resolved = mapLocalised(this.schemaOf(type), shown, (text) =>
      resolveText(text, locale, defaultLocale),
    );
    return isJsonObject(resolved) ? resolved : shown;
  }

  private completeness(item: ContentItem, locale: string | undefined): JsonObject {
    const members = localisedMembers(this.schemaOf(item.type), this.shown(item));
    const counted = completenessOf(members, {
      locales: locale === undefined ? [] : [locale],
      defaultLocale: this.config.workspace.locale,
    });
    return Object.fromEntries(
      Object.entries(counted).map(([name, { written, of, missing }]) => [
        name,
        { written, of, missing: [...missing] },
      ]),
    );
  }

  private shown({ type, draft }: ContentItem): JsonObject {
    return this.fields.lastOf(type).visible(this.types.shown(type, draft));
  }

  private schemaOf(type: string): JsonSchema {
    return withCustomFields(this.types.schemaOf(type), this.fields.lastOf(type));
  }

  /** Few things are read anew at once; many are the worker's. @throws content.fields-not-ready */
  private async fieldsReady(type: string): Promise<void> {
    if (await this.backfill.catchUp(type, { atMost: READ_AT_ONCE })) return;
    throw ContentErrors.fieldsNotReady({ type });
  }
}

/** What of a list's entries is asked for by name. */
function fieldsOf({ fields = [], include }: ListQuery): readonly string[] {
  return [...fields, ...include];
}
