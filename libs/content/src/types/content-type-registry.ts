import { Injectable } from '@nestjs/common';
import { compileSchema, type SchemaCheck } from '@parcours/http';

import type { ContentHooks, ContentType } from './content-type.js';
import { documentSchema } from './document-schema.js';

interface Registered {
  readonly type: ContentType;
  readonly check: SchemaCheck;
  hooks: ContentHooks;
}

/** Every content type of this process. */
@Injectable()
export class ContentTypeRegistry {
  private readonly types = new Map<string, Registered>();

  register(type: ContentType): void {
    if (this.types.has(type.name)) throw new TypeError(`content type '${type.name}' is declared twice`);
    this.types.set(type.name, { type, check: compileSchema(documentSchema(type)), hooks: type });
  }

  /** Adds hooks that need services, from the module that owns them. Hooks given later win. */
  attach(name: string, hooks: ContentHooks): void {
    const registered = this.registered(name);
    registered.hooks = { ...registered.hooks, ...hooks };
  }

  get(name: string): ContentType {
    return this.registered(name).type;
  }

  hooksOf(name: string): ContentHooks {
    return this.registered(name).hooks;
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
