import { Injectable } from '@nestjs/common';
import { compileSchema, type JsonSchema, type SchemaCheck } from '@parcours/http';

import { isKey, type JsonObject } from '@parcours/kernel';

import type { ContentHooks, ContentType, Reference } from './content-type.js';
import { documentSchema } from './document-schema.js';

interface Registered {
  readonly type: ContentType;
  readonly schema: JsonSchema;
  readonly check: SchemaCheck;
  hooks: ContentHooks;
}

/** Every content type of this process. */
@Injectable()
export class ContentTypeRegistry {
  private readonly types = new Map<string, Registered>();

  register(type: ContentType): void {
    if (this.types.has(type.name)) throw new TypeError(`content type '${type.name}' is declared twice`);
    const schema = documentSchema(type);
    this.types.set(type.name, { type, schema, check: compileSchema(schema), hooks: type });
  }

  /** Adds hooks that need services, from the module that owns them. Hooks given later win. */
  attach(name: string, hooks: ContentHooks): void {
    const registered = this.registered(name);
    registered.hooks = { ...registered.hooks, ...hooks };
  }

  has(name: string): boolean {
    return this.types.has(name);
  }

  get(name: string): ContentType {
    return this.registered(name).type;
  }

  /** What one of a type is called; the name of the type when it is not declared here. */
  singularOf(name: string): string {
    return this.types.get(name)?.type.singular ?? name;
  }

  hooksOf(name: string): ContentHooks {
    return this.registered(name).hooks;
  }

  /** A kept document as people, and checks, see it: what is kept encrypted fits no schema. */
  shown(name: string, kept: JsonObject): JsonObject {
    return this.hooksOf(name).present?.(kept) ?? kept;
  }

  /** What a kept document refers to. Nothing is known of one that its schema does not fit. */
  referencesIn(name: string, kept: JsonObject): readonly Reference[] {
    const { references } = this.hooksOf(name);
    if (!references) return [];
    const shown = this.shown(name, kept);
    if (this.schemaCheckOf(name)(shown).length > 0) return [];
    return references(shown).filter(({ key }) => isKey(key));
  }

  /** Of whole documents: key, name and the type's own members. */
  schemaOf(name: string): JsonSchema {
    return this.registered(name).schema;
  }

  schemaCheckOf(name: string): SchemaCheck {
    return this.registered(name).check;
  }

  all(): readonly ContentType[] {
    return [...this.types.values()].map(({ type }) => type);
  }

  private registered(name: string): Registered {
    const found = this.types.get(name);
    if (!found) throw new TypeError(`content type '${name}' is not declared`);
    return found;
  }
}
