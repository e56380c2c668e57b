import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { IdGenerator, type JsonObject, type LocalisedText, resolveText } from '@parcours/kernel';

import { CustomFields } from '../fields/custom-fields.service.js';
import type { FieldValue } from '../fields/field-value.js';
import type { TypeFields } from '../fields/type-fields.js';
import type { ReferenceRow } from '../references/content-reference.repository.js';
import { searchTextOf } from '../search/search-text.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';

/** Grows when more is derived from documents, or in another way: rows derived by an older one are then done again. */
export const DERIVED_VERSION = 2;

const NAME_LENGTH = 300;

/** What is kept beside a draft so that it can be found. */
export interface Derived {
  readonly name: string;
  readonly searchText: string;
  readonly references: readonly ReferenceRow[];
  readonly fieldValues: readonly FieldValue[];
  /** By which custom fields the search text and the values were read out of the draft. */
  readonly fieldStamp: number;
}

/** Reads out of documents what the database has to know of them. */
@Injectable()
export class Derivation {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly ids: IdGenerator,
    private readonly config: ParcoursConfig,
    private readonly fields: CustomFields,
  ) {}

  ofDraft(type: string, kept: JsonObject, fields = this.fields.lastOf(type)): Derived {
    return {
      name: this.listName(kept),
      searchText: this.searchText(type, kept, fields),
      references: this.references(type, kept),
      fieldValues: fields.values(kept),
      fieldStamp: fields.stamp,
    };
  }

  searchText(type: string, kept: JsonObject, fields: TypeFields): string {
    return searchTextOf(fields.searchable(this.types.shown(type, kept)));
  }

  references(type: string, kept: JsonObject): ReferenceRow[] {
    return this.types
      .referencesIn(type, kept)
      .map(({ type: target, key, pointer }) => ({ id: this.ids.next(), type: target, key, pointer }));
  }

  /** In the language of the workspace. */
  private listName(document: JsonObject): string {
    const text = resolveText(document['name'] as LocalisedText, this.config.workspace.locale);
    return text.slice(0, NAME_LENGTH);
  }
}
