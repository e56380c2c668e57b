import { Injectable } from '@nestjs/common';
import { assertNoDefects, didYouMean } from '@parcours/http';
import type { ErrorItem, Finding, JsonObject } from '@parcours/kernel';
import { isError, nearest } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentSnapshot } from '../published/content-snapshot.js';
import { PublishedContent } from '../published/published-content.js';
import { findCircle } from '../references/circular-reference.js';
import type { ContentName } from '../references/content-reference.repository.js';
import type { Reference } from '../types/content-type.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';

/** What a draft may lack for the time being: it is asked for when it is to be published. */
const INCOMPLETE = new Set(['schema.missing-member', 'schema.size']);
const ALWAYS_NEEDED = new Set(['/key', '/name']);

/** What is checked of an item. */
export type CheckedDraft = Pick<ContentItem, 'type' | 'key' | 'draft'>;

/** What there is, published or not. */
export interface KnownContent {
  has(name: ContentName): Promise<boolean>;
  keysOf(type: string): Promise<readonly string[]>;
}

/** Holds a draft against its schema, its references and its type's own checks. */
@Injectable()
export class DraftCheck implements KnownContent {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly items: ContentItemRepository,
    private readonly published: PublishedContent,
  ) {}

  /** A draft may be unfinished, not misspelt. @throws http.invalid-request */
  assertSavable(type: string, document: JsonObject, part = 'body'): void {
    assertNoDefects(this.defects(type, document), part);
  }

  /** What keeps a document from being a draft. */
  defects(type: string, document: JsonObject): ErrorItem[] {
    const defects = this.types.schemaCheckOf(type)(document);
    return defects.filter(({ code, pointer }) => !INCOMPLETE.has(code) || ALWAYS_NEEDED.has(pointer));
  }

  /** @throws content.archived, content.not-publishable with every finding that `stops` as an item */
  async assertPublishable(item: ContentItem, stops: (finding: Finding) => boolean = isError): Promise<void> {
    const { singular } = this.types.get(item.type);
    if (item.archivedAt !== null) throw ContentErrors.archived({ singular, key: item.key });
    const errors = (await this.findings(item)).filter(stops);
    if (errors.length === 0) return;
    const items = errors.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw ContentErrors.notPublishable({ singular, key: item.key, errors: errors.length }, { errors: items });
  }

  /**
   * Everything worth telling about a draft, with `published` as what is published (what it is now, when left out).
   * References and own checks are asked only of a document that its schema fits.
   */
  async findings(
    { type, key, draft }: CheckedDraft,
    published?: ContentSnapshot,
    known: KnownContent = this,
  ): Promise<Finding[]> {
    const document = this.types.shown(type, draft);
    const defects = this.types.schemaCheckOf(type)(document);
    if (defects.length > 0) return defects.map(asFinding);
    const snapshot = published ?? (await this.published.snapshot());
    const references = this.types.hooksOf(type).references?.(document) ?? [];
    const others = references.filter((reference) => reference.type !== type || reference.key !== key);
    const unresolved = await Promise.all(
      others.map((reference) => this.checkReference(reference, snapshot, known)),
    );
    const circles = this.types.get(type).isAcyclic
      ? this.checkCircle({ type, key, references }, snapshot)
      : [];
    const own = (await this.types.hooksOf(type).check?.(document, { key, published: snapshot })) ?? [];
    return [...unresolved.flat(), ...circles, ...own];
  }

  async has({ type, key }: ContentName): Promise<boolean> {
    return (await this.items.findByKey(type, key)) !== undefined;
  }

  async keysOf(type: string): Promise<readonly string[]> {
    return this.items.keysOf(type);
  }

  private async checkReference(
    reference: Reference,
    snapshot: ContentSnapshot,
    known: KnownContent,
  ): Promise<Finding[]> {
    const { type, key, pointer } = reference;
    if (snapshot.find(type, key)) return [];
    const { singular } = this.types.get(type);
    if (await known.has({ type, key })) {
      return [
        {
          code: 'content.reference-not-published',
          severity: 'error',
          pointer,
          message: `The ${singular} '${key}' is not published.`,
          suggestion: `Publish the ${singular} '${key}' first.`,
        },
      ];
    }
    const similar = nearest(key, await known.keysOf(type));
    return [unknownReference(reference, singular, similar)];
  }

  private checkCircle(
    start: ContentName & { references: readonly Reference[] },
    snapshot: ContentSnapshot,
  ): Finding[] {
    const circle = findCircle(start, (type, key) => {
      const version = snapshot.find(type, key);
      return version ? this.types.referencesIn(type, version.document) : [];
    });
    if (!circle) return [];
    const way = [start, ...circle.path].map(({ key }) => `'${key}'`).join(' → ');
    return [
      {
        code: 'content.circular-reference',
        severity: 'error',
        pointer: circle.first.pointer,
        message: `It leads back to itself: ${way}.`,
      },
    ];
  }
}

/** Something that does not exist is referred to. */
export function unknownReference(
  { key, pointer }: Reference,
  singular: string,
  similar: string | undefined,
): Finding {
  return {
    code: 'content.unknown-reference',
    severity: 'error',
    pointer,
    message: `There is no ${singular} '${key}'.${didYouMean(similar)}`,
    ...(similar !== undefined && { suggestion: similar }),
  };
}

function asFinding({ code, pointer, detail }: ErrorItem): Finding {
  return { code, severity: 'error', pointer, message: detail };
}
