import type { ConditionScope } from '@parcours/conditions';
import { type Finding, isJsonObject, type JsonValue, pointer } from '@parcours/kernel';
import { compileScopePath, type ScopeReader } from './paths.js';

/** What a value is read from: the scope of conditions, and the step itself as `{{step.key}}`. */
export interface ValueSource {
  readonly step: string;
  readonly customer: { readonly id: string };
  scope(): ConditionScope;
}

/** Reads a value; `undefined` where it is exactly one path and nothing is there. */
export type ValueReader = (source: ValueSource) => JsonValue | undefined;

type SourceReader = (source: ValueSource) => unknown;

const WHOLE = /^\{\{\s*([^{}]+?)\s*\}\}$/;
const PARTS = /\{\{\s*([^{}]+?)\s*\}\}/g;

/**
 * Prepares a value of a definition. A text that is exactly `{{path}}` becomes what is there, with its type; within a
 * longer text it becomes words, and nothing where nothing is there. Lists and objects are gone through; members without
 * a value are left out.
 */
export function compileValue(value: JsonValue | undefined): ValueReader {
  if (typeof value === 'string') return compileText(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => compileValue(item));
    return (source) => items.map((read) => read(source) ?? null);
  }
  if (!isJsonObject(value)) return () => value;
  const members = Object.entries(value).map(([name, member]) => [name, compileValue(member)] as const);
  return (source) =>
    Object.fromEntries(
      members.flatMap(([name, read]) => {
        const found = read(source);
        return found === undefined ? [] : [[name, found]];
      }),
    );
}

/** Findings for paths that name nothing; `at` is the JSON pointer of the value. */
export function checkValue(value: JsonValue | undefined, at: string): Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkValue(item, at + pointer(index)));
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, member]) => checkValue(member, at + pointer(name)));
  }
  if (typeof value !== 'string') return [];
  return pathsOf(value).flatMap((path) => (readerOf(path) ? [] : [unknownVariable(path, at)]));
}

/** Prepares a text, which always becomes words; `written` says how those of a value are put into it. */
export function compileWords(
  text: string,
  written = (words: string) => words,
): (source: ValueSource) => string {
  const readers = new Map<string, SourceReader>();
  for (const path of pathsOf(text)) {
    const reader = readerOf(path);
    if (reader) readers.set(path, reader);
  }
  if (readers.size === 0) return () => text;
  return (source) =>
    text.replaceAll(PARTS, (whole, path: string) => {
      const reader = readers.get(path);
      return reader ? written(inWords(reader(source))) : whole;
    });
}

function compileText(text: string): ValueReader {
  const whole = WHOLE.exec(text)?.[1];
  const read = whole === undefined ? undefined : readerOf(whole);
  // Whatever a scope holds came out of JSON.
  return read ? (source) => read(source) as JsonValue | undefined : compileWords(text);
}

function pathsOf(text: string): string[] {
  return [...text.matchAll(PARTS)].map(([, path = '']) => path);
}

function readerOf(path: string): SourceReader | undefined {
  if (path === 'context') return (source) => source.scope().context;
  if (path === 'step.key') return ({ step }) => step;
  // As in the text of messages: who it is, whatever trait has that name.
  if (path === 'customer.id') return ({ customer }) => customer.id;
  const read: ScopeReader | undefined = compileScopePath(path);
  return read && ((source) => read(source.scope()));
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unknownVariable(path: string, at: string): Finding {
  return {
    code: 'journeys.unknown-variable',
    severity: 'error',
    pointer: at,
    message: `'${path}' names nothing that a step can read.`,
    suggestion: 'Begin it with event., context. or customer., or write step.key.',
  };
}
