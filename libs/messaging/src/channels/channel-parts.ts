import { type Finding, ParcoursError, pointer } from '@parcours/kernel';

import type { RenderOptions } from '../templates/render-state.js';
import type { Partials } from '../templates/template-compiler.js';
import type { TemplateVariable } from '../templates/template-scope.js';
import type { Escaping } from '../templates/template-values.js';
import { type CompiledText, compileText, render } from '../templates/text-template.js';

/** One part of a message, as it is written. */
export interface PartSource {
  /** The member of the template that it comes from. */
  readonly name: string;
  readonly source: string;
  readonly escape: Escaping;
  readonly partials?: Partials | undefined;
  /** Which source it is, where it is not the template's own. */
  readonly of?: string | undefined;
  /** It follows from another part, whose mistakes are told first. */
  readonly isDerived?: boolean;
}

/** Parts that have been checked. */
export interface CompiledParts {
  readonly variables: readonly TemplateVariable[];
  /** The text of every part, by name. */
  render(data: unknown, options?: RenderOptions): Readonly<Record<string, string>>;
}

/** @throws the errors of {@link compileText}, with a pointer such as `/html` to the part */
export function compileParts(sources: readonly PartSource[]): CompiledParts {
  const parts = sources.map((source) => [source.name, compilePart(source)] as const);
  return {
    variables: mergeVariables(parts.map(([, compiled]) => compiled)),
    render: (data, options) => {
      const written: Record<string, string> = {};
      for (const [name, compiled] of parts) written[name] = render(compiled, data, options);
      return written;
    },
  };
}

/** What is wrong with each part; empty when all of them compile. */
export function checkParts(sources: readonly PartSource[]): readonly Finding[] {
  const own = sources.filter(({ isDerived }) => isDerived !== true);
  const findings = own.flatMap((source) => findingsOf(() => compilePart(source)));
  if (findings.length > 0) return findings;
  const derived = sources.filter(({ isDerived }) => isDerived === true);
  return derived.flatMap((source) => findingsOf(() => compilePart(source)));
}

/** The findings in what an attempt throws. */
export function findingsOf(attempt: () => unknown): Finding[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    return error.errors.map((item) => ({
      code: item.code,
      severity: 'error',
      pointer: item.pointer,
      message: item.detail,
    }));
  }
}

/** An error as one of a part. */
export function inPart(name: string, error: ParcoursError): ParcoursError {
  const { code, status, title, message, retryable } = error;
  const errors = [{ pointer: pointer(name), code, detail: message }];
  return new ParcoursError(code, status, title, message, retryable, { cause: error, errors });
}

function compilePart({ name, source, escape, partials, of }: PartSource): CompiledText {
  try {
    return compileText(source, { escape, partials, of });
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    throw inPart(name, error);
  }
}

function mergeVariables(parts: readonly CompiledText[]): readonly TemplateVariable[] {
  const required = new Map<string, boolean>();
  for (const variable of parts.flatMap((compiled) => compiled.variables)) {
    required.set(variable.path, variable.required || required.get(variable.path) === true);
  }
  return [...required].map(([path, isRequired]) => ({ path, required: isRequired }));
}

/** A text without line breaks. */
export function oneLine(text: string): string {
  return /[\r\n\u0085\u2028\u2029]/.test(text)
    ? text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').trim()
    : text.trim();
}
