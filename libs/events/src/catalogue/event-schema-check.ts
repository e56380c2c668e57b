import { compileForeignSchema, type JsonSchema, type PatternEngine } from '@parcours/http';
import type { ErrorItem } from '@parcours/kernel';
import { RE2JS } from 're2js';

/** The first thing that is wrong with the properties of an event; nothing when they fit. */
export type EventSchemaCheck = (properties: unknown) => readonly ErrorItem[];

const re2: PatternEngine = (pattern) => {
  const compiled = RE2JS.compile(pattern);
  return { test: (text) => compiled.matcher(text).find() };
};

/** Compiles the schema of an event, or says why it cannot be. Patterns are RE2's: their time grows with the text alone. */
export function compileEventSchema(schema: JsonSchema): EventSchemaCheck | { readonly problem: string } {
  try {
    return compileForeignSchema(schema, re2);
  } catch (error) {
    return { problem: error instanceof Error ? error.message.slice(0, 300) : 'it is no schema' };
  }
}
