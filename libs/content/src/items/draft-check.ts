import { Injectable } from '@nestjs/common';
import { assertNoDefects, didYouMean } from '@parcours/http';
import type { ErrorItem, Finding, JsonObject } from '@parcours/kernel';
import { isError, nearest } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { CustomFields } from '../fields/custom-fields.service.js';
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
    private readonly fields: CustomFields,
  ) {}

  /**
   * A shown draft may be unfinished, not misspelt. Values of custom fields that `previous` has too are taken as they are.
   * @throws http.invalid-request
   */
  async assertSavable(
    type: string,
    document: JsonObject,
    { part = 'body', previous }: { part?: string; previous?: JsonObject | undefined } = {},
  ): Promise<void> {
    const fields = await this.fields.of(type);
    const wrong = [...this.defects(type, document), ...savable(fields.defects(document, previous))];
    assertNoDefects(wrong, part);
  }

  /** What keeps a document from being a draft, its custom fields apart. */
  defects(type: string, document: JsonObject): ErrorItem[] {
    return savable(this.types.schemaCheckOf(type)(document));
  }

  /** What keeps it from being a draft in its custom fields, as they would be if `published` were. */
  fieldDefects(
    type: string,
    document: JsonObject,
    { published, previous }: { published: ContentSnapshot; previous: JsonObject | undefined },
  ): Finding[] {
    return savable(this.fields.in(published, type).defects(document, previous)).map(asFinding);
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
    const snapshot = published ?? (await this.published.snapshot());
    const fields = this.fields.in(snapshot, type);
    const document = fields.visible(this.types.shown(type, draft));
    const values = fields.defects(document).map(asFinding);
    const defects = this.types.schemaCheckOf(type)(document);
    if (defects.length > 0) return [...defects.map(asFinding), ...values];
    const references = this.types.hooksOf(type).references?.(document) ?? [];
    const others = references.filter((reference) => reference.type !== type || reference.key !== key);
    const unresolved = await Promise.all(
      others.map((reference) => this.checkReference(reference, snapshot, known)),
    );
    const circles = this.types.get(type).isAcyclic
      ? this.checkCircle({ type, key, references }, snapshot)
      : [];
    const own = (await this.types.hooksOf(type).check?.(document, { key, published: snapshot })) ?? [];
    return [...values, ...unresolved.flat(), ...circles, ...own];
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

/** Defects that no draft may have. */
function savable(defects: readonly ErrorItem[]): ErrorItem[] {
  return defects.filter(({ code, pointer }) => !INCOMPLETE.has(code) || ALWAYS_NEEDED.has(pointer));
}

function asFinding({ code, pointer, detail }: ErrorItem): Finding {
  return { code, severity: 'error', pointer, message: detail };
}
