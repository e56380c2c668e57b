import { Injectable } from '@nestjs/common';
import { keyOf } from '@parcours/content-files';
import { type ErrorItem, type JsonObject, ParcoursError } from '@parcours/kernel';

import { valueAt } from '../history/shown-diff.js';
import { DraftCheck } from '../items/draft-check.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ThingFinding } from './import-request.js';
import { resolveSecrets, secretPointers } from './secret-references.js';
import { MAX_DOCUMENT_BYTES } from './transfer.limits.js';

/** Names of secrets, collected over documents. */
export interface SealedSecrets {
  readonly given: Set<string>;
  readonly kept: Set<string>;
}

/** A document that came with an import. */
export interface SentDocument {
  readonly type: string;
  readonly side: 'draft' | 'published';
  readonly sent: JsonObject;
  /** What is kept of it so far. */
  readonly stored: JsonObject | undefined;
  /** Values of secrets by their names. */
  readonly values: Readonly<Record<string, string>>;
}

/** A document as it is to be kept; as it was sent where findings say why it cannot be. */
export interface SealedDocument {
  readonly kept: JsonObject;
  readonly findings: readonly ThingFinding[];
}

/** Turns imported documents into those that are kept: checked against their schema, their secrets in place. */
@Injectable()
export class DocumentSealer {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly check: DraftCheck,
  ) {}

  async seal(document: SentDocument, secrets: SealedSecrets): Promise<SealedDocument> {
    const { type, side, sent } = document;
    const finding = ({ code, pointer, detail }: ErrorItem): ThingFinding => ({
      type,
      key: keyOf(sent),
      side,
      code,
      severity: 'error',
      pointer,
      message: detail,
    });
    const refused = (items: readonly ErrorItem[]) => ({ kept: sent, findings: items.map(finding) });
    if (Buffer.byteLength(JSON.stringify(sent)) > MAX_DOCUMENT_BYTES) return refused([TOO_LARGE]);
    const defects = this.check.defects(type, sent);
    if (defects.length > 0) return refused(defects);
    const { present, store } = this.types.hooksOf(type);
    if (!present) return { kept: (await store?.(sent, document.stored)) ?? sent, findings: [] };
    return this.sealSecrets(document, secrets, refused);
  }

  private async sealSecrets(
    { type, sent, stored, values }: SentDocument,
    secrets: SealedSecrets,
    refused: (items: readonly ErrorItem[]) => SealedDocument,
  ): Promise<SealedDocument> {
    const resolved = resolveSecrets(sent, stored && this.types.shown(type, stored), values);
    if (resolved.missing.length > 0) return refused(resolved.missing.map(missingSecret));
    try {
      const kept = (await this.types.hooksOf(type).store?.(resolved.document, stored)) ?? resolved.document;
      const hidden = new Set(secretPointers(this.types.shown(type, kept)));
      const misplaced = secretPointers(sent).filter((place) => !hidden.has(place));
      const byValue = [...hidden].filter((place) => typeof valueAt(sent, place) === 'string');
      if (misplaced.length + byValue.length > 0) {
        return refused([...misplaced.map(misplacedSecret), ...byValue.map(plainSecret)]);
      }
      for (const name of resolved.given) secrets.given.add(name);
      for (const name of resolved.kept) secrets.kept.add(name);
      return { kept, findings: [] };
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      const { code, message, errors } = error;
      return refused(errors.length > 0 ? errors : [{ code, pointer: '', detail: message }]);
    }
  }
}

const TOO_LARGE: ErrorItem = {
  code: 'content.too-large',
  pointer: '',
  detail: 'The document has more than 1 MiB.',
};

function missingSecret({ name, pointer }: { name: string; pointer: string }): ErrorItem {
  const detail = `No value is known for the secret ${name}, and none is stored. Give it with the import.`;
  return { code: 'content.secret-missing', pointer, detail };
}

function misplacedSecret(pointer: string): ErrorItem {
  const detail = 'There is no secret in this place, so its value would be kept for everybody to read.';
  return { code: 'content.secret-misplaced', pointer, detail };
}

function plainSecret(pointer: string): ErrorItem {
  const detail = 'Write { $secret: NAME } in place of the value, and give the value with the import.';
  return { code: 'content.secret-by-value', pointer, detail };
}
