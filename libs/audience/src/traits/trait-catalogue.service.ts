import { Injectable } from '@nestjs/common';
import { type ContentSnapshot, PublishedContent } from '@parcours/content';
import { compileSchema, type SchemaCheck } from '@parcours/http';
import { type ErrorItem, type JsonObject, pointer, readPath } from '@parcours/kernel';

import { traitDefects } from './trait-bounds.rules.js';
import { type IndexKind, indexKindOf, TRAIT_TYPE } from './trait.type.js';

/** The traits that are declared at one moment. */
export interface DeclaredTraits {
  /** Everything that is wrong with these traits, with pointers that begin with `/traits`. */
  readonly defectsOf: (traits: JsonObject) => readonly ErrorItem[];
  /** What the values of a declared trait are, by its path; `undefined` where that is not declared. */
  readonly kindOf: (path: string) => IndexKind | undefined;
}

interface DeclaredTrait {
  readonly path: string;
  readonly check: SchemaCheck;
}

/** Knows which traits are declared, and whether customers keep to it. */
@Injectable()
export class TraitCatalogue {
  private known: { readonly snapshot: ContentSnapshot; readonly declared: DeclaredTraits } | undefined;

  constructor(private readonly content: PublishedContent) {}

  /** Never inside a transaction. */
  async declared(): Promise<DeclaredTraits> {
    const snapshot = await this.content.snapshot();
    if (this.known?.snapshot !== snapshot) {
      const declarations = snapshot.all(TRAIT_TYPE);
      const kinds = new Map(
        declarations.map(({ document: { trait, schema } }) => [trait, indexKindOf(schema)]),
      );
      const traits = declarations
        .map(({ document: { trait, schema } }) => ({ path: trait, check: compileSchema(schema) }))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
      this.known = {
        snapshot,
        declared: { defectsOf: (values) => defectsOf(traits, values), kindOf: (path) => kinds.get(path) },
      };
    }
    return this.known.declared;
  }
}

/** A declared trait may always be absent: nothing says that everybody has one. */
function defectsOf(traits: readonly DeclaredTrait[], values: JsonObject): ErrorItem[] {
  const unkept = traitDefects(values);
  if (unkept.length > 0) return unkept;
  return traits.flatMap(({ path, check }) => {
    const value = readPath(values, path);
    if (value === undefined || value === null) return [];
    const at = pointer('traits', ...path.split('.'));
    return check(value).map((error) => ({
      pointer: at + error.pointer,
      code: 'audience.trait-value',
      detail: error.detail,
    }));
  });
}
