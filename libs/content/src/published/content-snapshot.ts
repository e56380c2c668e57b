import type { JsonObject } from '@parcours/kernel';

import type { TypedContentType } from '../types/content-type.js';

/** One published version; its document has passed the schema of its type, and so has the shape D. */
export interface PublishedVersion<D = Readonly<JsonObject>> {
  readonly itemId: number;
  readonly versionId: number;
  readonly type: string;
  readonly key: string;
  readonly number: number;
  readonly document: D;
}

/** Everything that was published at one revision of the content; never changes. */
export class ContentSnapshot {
  private readonly byType: ReadonlyMap<string, ReadonlyMap<string, PublishedVersion>>;

  constructor(
    readonly revision: number,
    private readonly everything: readonly PublishedVersion[],
  ) {
    const byType = new Map<string, Map<string, PublishedVersion>>();
    for (const version of everything) {
      const ofType = byType.get(version.type) ?? new Map<string, PublishedVersion>();
      byType.set(version.type, ofType.set(version.key, version));
    }
    this.byType = byType;
  }

  versions(): readonly PublishedVersion[] {
    return this.everything;
  }

  /** All of a type, by key. */
  all<D>(type: TypedContentType<D>): readonly PublishedVersion<D>[] {
    return [...(this.byType.get(type.name)?.values() ?? [])].map(typed<D>);
  }

  byKey<D>(type: TypedContentType<D>, key: string): PublishedVersion<D> | undefined {
    const found = this.find(type.name, key);
    return found && typed<D>(found);
  }

  /** By the name of the type, for machinery that knows no shapes. */
  find(typeName: string, key: string): PublishedVersion | undefined {
    return this.byType.get(typeName)?.get(key);
  }

  /** Keys of a type, by its name. */
  keysOf(typeName: string): readonly string[] {
    return [...(this.byType.get(typeName)?.keys() ?? [])];
  }
}

/** The one place where a checked document takes its shape. */
export function typed<D>(version: PublishedVersion): PublishedVersion<D> {
  return version as PublishedVersion<D>;
}
