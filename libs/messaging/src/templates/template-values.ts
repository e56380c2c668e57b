/** An own member of a JSON value; functions, getters' prototypes and inherited names do not exist for a template. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const member: unknown = Reflect.get(value, name);
  return typeof member === 'function' ? undefined : member;
}

/** True for the values that `{{#if}}` takes for yes: not absent, null, false, 0, '' or an empty list. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** True where `{{default}}` goes on to the next value. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** The text of a scalar; `undefined` for anything that has none. */
export function printed(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** What becomes of values: nothing, HTML's entities, or what stands inside of a JSON text. */
export type Escaping = boolean | 'json';

/** What a helper has written in HTML and, for texts, without it; both are final. */
export class Markup {
  constructor(
    readonly html: string,
    readonly text: string,
  ) {}
}

/** A value's text in the place where it is written. */
export function escaped(text: string, escaping: Escaping): string {
  if (escaping === 'json') return JSON.stringify(text).slice(1, -1);
  return escaping ? escapeHtml(text) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** Escapes as Handlebars does: `=` and backtick too, for attributes without quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"'`=]/.test(text) ? text.replace(/[&<>"'`=]/g, (found) => ESCAPES[found] ?? found) : text;
}
