import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';

import type { ContentSnapshot } from '../published/content-snapshot.js';
import { PublishedContent } from '../published/published-content.js';
import { fieldsOf } from './published-fields.js';
import { TypeFields } from './type-fields.js';

/** Which custom fields the things of a type have. */
@Injectable()
export class CustomFields {
  private latest = new Map<string, TypeFields>();
  private readonly bySnapshot = new WeakMap<ContentSnapshot, Map<string, TypeFields>>();
  private readonly none: TypeFields;

  constructor(
    private readonly published: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {
    this.none = new TypeFields([], config.workspace.locale);
  }

  /** As they are published now. Not to be called inside a transaction. */
  async of(type: string): Promise<TypeFields> {
    const fields = this.in(await this.published.snapshot(), type);
    this.latest.set(type, fields);
    return fields;
  }

  /**
   * As they were when this process last asked: a moment old at most where a request has asked before. What is derived by
   * fields of before says so by its stamp, and is derived again.
   */
  lastOf(type: string): TypeFields {
    return this.latest.get(type) ?? this.none;
  }

  /** As they would be if this were published. */
  in(snapshot: ContentSnapshot, type: string): TypeFields {
    const known = this.bySnapshot.get(snapshot) ?? new Map<string, TypeFields>();
    this.bySnapshot.set(snapshot, known);
    const found = known.get(type) ?? this.made(snapshot, type);
    known.set(type, found);
    return found;
  }

  /** Every publish makes a new snapshot; most leave the fields as they are, with the schema that was compiled for them. */
  private made(snapshot: ContentSnapshot, type: string): TypeFields {
    const fields = fieldsOf(snapshot, type);
    if (fields.length === 0) return this.none;
    const last = this.lastOf(type);
    const isSame =
      last.fields.length === fields.length && fields.every((field, at) => last.fields[at] === field);
    return isSame ? last : new TypeFields(fields, this.config.workspace.locale);
  }
}
