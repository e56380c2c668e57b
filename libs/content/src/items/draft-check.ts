import { Injectable } from '@nestjs/common';
import { assertNoDefects, didYouMean } from '@parcours/http';
import type { ErrorItem, Finding, JsonObject } from '@parcours/kernel';
import { nearest } from '@parcours/kernel';

import type { ContentSnapshot } from '../published/content-snapshot.js';
import { PublishedContent } from '../published/published-content.js';
import type { Reference } from '../types/content-type.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { keyIn } from '../types/document-key.js';
import { ContentItemRepository } from './content-item.repository.js';

/** What a draft may lack for the time being: it is asked for when it is to be published. */
const INCOMPLETE = new Set(['schema.missing-member', 'schema.size']);
const ALWAYS_NEEDED = new Set(['/key', '/name']);

/** Holds a draft against its schema, its references and its type's own checks. */
@Injectable()
export class DraftCheck {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly items: ContentItemRepository,
    private readonly published: PublishedContent,
  ) {}

  /** A draft may be unfinished, not misspelt. @throws http.invalid-request */
  assertSavable(type: string, document: JsonObject, part = 'body'): void {
    const defects = this.types.schemaCheckOf(type)(document);
    const wrong = defects.filter(({ code, pointer }) => !INCOMPLETE.has(code) || ALWAYS_NEEDED.has(pointer));
    assertNoDefects(wrong, part);
  }

  /** Everything worth telling about a draft. References and own checks are asked only of a document that its schema fits. */
  async findings(type: string, document: JsonObject): Promise<Finding[]> {
    const defects = this.types.schemaCheckOf(type)(document);
    if (defects.length > 0) return defects.map(asFinding);
    const { references, check } = this.types.hooksOf(type);
    const snapshot = await this.published.snapshot();
    const unresolved = (references?.(document) ?? []).map((reference) =>
      this.checkReference(reference, snapshot),
    );
    const own = (await check?.(document, { key: keyIn(document), published: snapshot })) ?? [];
    return [...(await Promise.all(unresolved)).flat(), ...own];
  }

  private async checkReference(reference: Reference, snapshot: ContentSnapshot): Promise<Finding[]> {
    const { type, key, pointer } = reference;
    if (snapshot.find(type, key)) return [];
    const { singular } = this.types.get(type);
    if (await this.items.findByKey(type, key)) {
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
    const similar = nearest(key, await this.items.keysOf(type));
    return [
      {
        code: 'content.unknown-reference',
        severity: 'error',
        pointer,
        message: `There is no ${singular} '${key}'.${didYouMean(similar)}`,
        ...(similar !== undefined && { suggestion: similar }),
      },
    ];
  }
}

function asFinding({ code, pointer, detail }: ErrorItem): Finding {
  return { code, severity: 'error', pointer, message: detail };
}
