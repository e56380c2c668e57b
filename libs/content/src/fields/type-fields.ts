import { compileSchema, type JsonSchema, type SchemaCheck } from '@parcours/http';
import {
  canonicalJson,
  type ErrorItem,
  isJsonObject,
  type JsonObject,
  pointer,
  stableHash,
} from '@parcours/kernel';

import type { CustomFieldDocument } from './custom-field.type.js';
import { fieldColumnOf, type FieldValue, isInstant, valueOf } from './field-value.js';
import { memberSchema, patternEngine } from './member-schema.js';

/** Where documents keep the values of custom fields. */
export const CUSTOM = 'custom';

/** The custom fields of a content type that are published, with all that follows from them. */
export class TypeFields {
  /** Of the member `custom`. */
  readonly schema: JsonSchema;
  /** Which way of reading values out of documents this is; 0 where there is nothing to read. */
  readonly stamp: number;
  private readonly check: SchemaCheck;
  private readonly names: ReadonlySet<string>;

  constructor(
    readonly fields: readonly CustomFieldDocument[],
    private readonly locale: string,
  ) {
    this.names = new Set(fields.map(({ member }) => member));
    this.schema = customSchema(fields, locale);
    this.check = compileSchema(this.schema, { pattern: patternEngine });
    this.stamp = stampOf(fields, locale);
  }

  /**
   * What is wrong with the values of a shown document. Those that `previous` has too are not held against it: a change
   * of something else must not fail because a field has changed.
   */
  defects(document: JsonObject, previous?: JsonObject): ErrorItem[] {
    const values = document[CUSTOM] ?? {};
    if (!isJsonObject(values)) return [];
    const kept = valuesIn(previous);
    const isKept = (member: string) =>
      values[member] !== undefined && canonicalJson(values[member]) === canonicalJson(kept[member]);
    return this.check(values)
      .filter(({ pointer: at }) => !isKept(at.split('/')[1] ?? ''))
      .map((defect) => ({ ...defect, pointer: pointer(CUSTOM) + defect.pointer }));
  }

  /** The document without values of fields that are published no longer. */
  visible(document: JsonObject): JsonObject {
    return this.keeping(document, (member) => this.names.has(member));
  }

  /** The document with the values of `previous` that `visible` hides. */
  withHidden(document: JsonObject, previous: JsonObject | undefined): JsonObject {
    const hidden = Object.entries(valuesIn(previous)).filter(([member]) => !this.names.has(member));
    if (hidden.length === 0) return document;
    return { ...document, [CUSTOM]: { ...valuesIn(document), ...Object.fromEntries(hidden) } };
  }

  /** A new document with the defaults of the fields that it says nothing of. */
  withDefaults(document: JsonObject): JsonObject {
    const values = document[CUSTOM] ?? {};
    if (!isJsonObject(values)) return document;
    const missing = this.fields.flatMap((field) =>
      field.default === undefined || values[field.member] !== undefined
        ? []
        : [[field.member, field.default] as const],
    );
    if (missing.length === 0) return document;
    return { ...document, [CUSTOM]: { ...values, ...Object.fromEntries(missing) } };
  }

  /** The document with those values alone that searches find. */
  searchable(document: JsonObject): JsonObject {
    const found = new Set(this.fields.filter(({ searchable }) => searchable).map(({ member }) => member));
    return this.keeping(document, (member) => found.has(member));
  }

  /** One for each filterable field, so that a list in the order of a field has the things without a value too. */
  values(document: JsonObject): FieldValue[] {
    const given = valuesIn(document);
    return this.fields
      .filter(({ filterable }) => filterable)
      .map((field) => valueOf(field, given[field.member], this.locale));
  }

  private keeping(document: JsonObject, isKept: (member: string) => boolean): JsonObject {
    const { [CUSTOM]: values, ...rest } = document;
    if (!isJsonObject(values)) return document;
    const given = Object.entries(values);
    const kept = given.filter(([member]) => isKept(member));
    if (kept.length === given.length) return document;
    return kept.length === 0 ? rest : { ...document, [CUSTOM]: Object.fromEntries(kept) };
  }
}

export function valuesIn(document: JsonObject | undefined): JsonObject {
  const values = document?.[CUSTOM];
  return isJsonObject(values) ? values : {};
}

function customSchema(fields: readonly CustomFieldDocument[], locale: string): JsonSchema {
  const required = fields.filter((field) => field.required === true).map(({ member }) => member);
  return {
    type: 'object',
    additionalProperties: false,
    description: 'The custom fields of the type that are published.',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map((field) => [field.member, memberSchema(field, locale)])),
  };
}

/** Changes with what is kept beside a document for lists and searches. */
function stampOf(fields: readonly CustomFieldDocument[], locale: string): number {
  const read = fields.filter(({ filterable, searchable }) => filterable === true || searchable === true);
  if (read.length === 0) return 0;
  const ways = read.map((field) => [
    field.member,
    field.filterable === true ? [fieldColumnOf(field), isInstant(field)] : null,
    field.searchable === true,
    field.localised === true ? locale : null,
  ]);
  return stableHash(canonicalJson(ways.sort())) || 1;
}
