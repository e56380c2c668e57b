import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { answerPage, type ListQuery } from '@parcours/http';
import { isJsonObject, type JsonObject, resolveText } from '@parcours/kernel';

import { completenessOf } from '../locales/completeness.js';
import { localisedMembers, mapLocalised } from '../locales/localised-members.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { instantOf, presentItem } from './content.presenter.js';

/** What there is, as it is answered. */
@Injectable()
export class ContentService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly types: ContentTypeRegistry,
    private readonly config: ParcoursConfig,
  ) {}

  async list(type: string, query: ListQuery) {
    const { locale, search } = query.parameters;
    const page = await this.items.list(type, query, search);
    const fields = query.fields && [...query.fields, ...query.include];
    return answerPage(page, { ...query, fields }, (item) => ({
      ...this.present(item, locale),
      ...(fieldsOf(query).includes('reviewDueAt') && { reviewDueAt: instantOf(item.reviewDueAt) }),
      ...(query.include.includes('completeness') && { completeness: this.completeness(item, locale) }),
    }));
  }

  /** In one language when asked for one. */
  present(item: ContentItem, locale?: string): JsonObject {
    return presentItem(item, this.inLocale(item.type, this.types.shown(item.type, item.draft), locale));
  }

  /** A shown document with its localised texts in one language: that of the locale, else the workspace's, else any. */
  inLocale(type: string, shown: JsonObject, locale: string | undefined): JsonObject {
    if (locale === undefined) return shown;
    const { locale: defaultLocale } = this.config.workspace;
    const resolved = mapLocalised(this.types.schemaOf(type), shown, (text) =>
      resolveText(text, locale, defaultLocale),
    );
    return isJsonObject(resolved) ? resolved : shown;
  }

  private completeness({ type, draft }: ContentItem, locale: string | undefined): JsonObject {
    const members = localisedMembers(this.types.schemaOf(type), this.types.shown(type, draft));
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
}

/** What of a list's entries is asked for by name. */
function fieldsOf({ fields = [], include }: ListQuery): readonly string[] {
  return [...fields, ...include];
}
