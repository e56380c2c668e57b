import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { CustomFields } from '../fields/custom-fields.service.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';

/** Documents as they are kept: secrets are encrypted, and values of withdrawn custom fields are still there. */
@Injectable()
export class KeptDocuments {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly fields: CustomFields,
  ) {}

  /** As people see it, hence as they can change it. */
  async shown(type: string, kept: JsonObject): Promise<JsonObject> {
    return (await this.fields.of(type)).visible(this.types.shown(type, kept));
  }

  /** A document as it was sent, as it is to be kept in place of `previous`. */
  async toKeep(type: string, document: JsonObject, previous?: JsonObject): Promise<JsonObject> {
    const stored = (await this.types.hooksOf(type).store?.(document, previous)) ?? document;
    return (await this.fields.of(type)).withHidden(stored, previous);
  }

  async withDefaults(type: string, document: JsonObject): Promise<JsonObject> {
    return (await this.fields.of(type)).withDefaults(document);
  }

  notFound(type: string, key: string): Error {
    return ContentErrors.notFound({ singular: this.types.get(type).singular, key });
  }
}
