import type { ErrorEntry, Finding, JsonObject } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/http';

import type { ContentSnapshot } from '../published/content-snapshot.js';

/** A place in a document that names another piece of content. */
export interface Reference {
  /** The content type, such as `connectors`. */
  readonly type: string;
  readonly key: string;
  readonly pointer: string;
}

export interface CheckContext {
  readonly key: string;
  /** Everything that is published at the moment. */
  readonly published: ContentSnapshot;
}

/** What a content type does beyond its schema; a module can attach these when they need services of its own. */
export interface ContentHooks {
  /** What the document refers to; each must be published when it is. */
  readonly references?: (document: JsonObject) => readonly Reference[];
  /** Findings beyond schema and references. */
  readonly check?: (
    document: JsonObject,
    context: CheckContext,
  ) => readonly Finding[] | Promise<readonly Finding[]>;
  /** Turns a document as it was sent into the one that is kept; `previous` is the one kept so far. */
  readonly store?: (
    document: JsonObject,
    previous: JsonObject | undefined,
  ) => JsonObject | Promise<JsonObject>;
  /** Turns the kept document into the one that is shown. What it hides, `store` must put back. */
  readonly present?: (document: JsonObject) => JsonObject;
}

export interface ContentTypeDeclaration extends ContentHooks {
  /** Plural, in addresses: `touchpoints`. */
  readonly name: string;
  /** In messages: `touchpoint`. */
  readonly singular: string;
  /** In the documentation: `Touchpoints`. */
  readonly title: string;
  /** What such things are for, in the documentation. */
  readonly description?: string;
  /** Schemas of members that the type's own check goes through by itself, for the documentation. */
  readonly documented?: Readonly<Record<string, JsonSchema>>;
  /** What its `store` throws, for the documentation. */
  readonly refuses?: readonly { readonly entry: ErrorEntry }[];
  /** Prefix of the scopes; the name when left out. `read`, `write` and `publish` follow. */
  readonly scopes?: string;
  /** True where a document must not lead back to itself along references; each that does is a finding. */
  readonly isAcyclic?: boolean;
  /** Members that the calls to publish and to unpublish take beyond the common ones; listeners to changes get them. */
  readonly publishing?: {
    readonly publish?: Readonly<Record<string, JsonSchema>>;
    readonly unpublish?: Readonly<Record<string, JsonSchema>>;
  };
  /** JSON Schema of the document's own members; `key` and `name` are added. Unknown members are refused. */
  readonly schema: JsonSchema;
}

export interface ContentType extends ContentTypeDeclaration {
  readonly scopes: string;
}

/** A content type whose documents, once they have passed its schema, have the shape D. */
export interface TypedContentType<D> extends ContentType {
  /** Never set: it carries the type alone. */
  readonly shape?: D;
}

type TypedHooks<D> = {
  readonly references?: (document: D) => readonly Reference[];
  readonly check?: (document: D, context: CheckContext) => readonly Finding[] | Promise<readonly Finding[]>;
};

/**
 * Declares a content type. Given to `ContentModule.forTypes`, it has every route of the content machinery. Hooks see
 * only documents that the schema has accepted, hence of shape D.
 * @throws TypeError for a name that cannot stand in an address
 */
export function defineContentType<D = JsonObject>(
  declaration: Omit<ContentTypeDeclaration, keyof TypedHooks<D>> & TypedHooks<D>,
): TypedContentType<D> {
  if (!/^[a-z][a-z-]{1,38}$/.test(declaration.name)) {
    throw new TypeError(`'${declaration.name}' cannot be the name of a content type`);
  }
  const { references, check, ...rest } = declaration;
  return {
    ...rest,
    ...(references && { references: (document) => references(document as D) }),
    ...(check && { check: (document, context) => check(document as D, context) }),
    scopes: declaration.scopes ?? declaration.name,
  };
}
