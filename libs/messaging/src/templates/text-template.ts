import { parseTemplate } from './template-parser.js';
import { TemplateCompiler } from './template-compiler.js';
import type { Partials, Write } from './template-compiler.js';
import type { Escaping } from './template-values.js';
import type { TemplateVariable } from './template-scope.js';
import { RenderState } from './render-state.js';
import type { RenderOptions } from './render-state.js';

/** A template that has been checked and can be rendered any number of times, with any data. */
export interface CompiledText {
  readonly variables: readonly TemplateVariable[];
  readonly write: Write;
}

export interface CompileTextOptions {
  /**
   * True for HTML: values are escaped, and tags that would not escape are refused. `json`: values are escaped as inside
   * of a JSON text.
   */
  readonly escape: Escaping;
  /** What `{{> name}}` stands for: sources, by name. */
  readonly partials?: Partials | undefined;
  /** Which source it is, for errors, where it is not the template's own: `the layout 'plain'`. */
  readonly of?: string | undefined;
}

/**
 * Compiles a template in the Handlebars language.
 *
 * A variable without a value (absent or null) is an error, except in `{{#if}}`, `{{#unless}}`, comparisons,
 * `{{default}}`, and `{{#each}}` or `{{#with}}` with an `{{else}}`. There are no decorators.
 * @throws templates.not-text, source-too-long, too-many-tags, too-deep, syntax, unknown-helper, helper-arguments,
 * forbidden-name, forbidden-tag, unknown-partial, circular-partial, too-many-partials
 */
export function compileText(source: string, options: CompileTextOptions): CompiledText {
  const { escape, partials, of } = options;
  return new TemplateCompiler(escape, partials).compile(parseTemplate(source, of));
}

/**
 * Renders plain JSON data. Only own members are read and functions are never called.
 * @throws templates.variable-missing, not-printable, not-iterable, helper-arguments, too-many-steps, output-too-long
 */
export function render(compiled: CompiledText, data: unknown, options: RenderOptions = {}): string {
  const state = new RenderState(data, options);
  compiled.write({ value: data, parent: undefined, turn: undefined, locals: [] }, state);
  return state.out;
}

/** The variables that a template reads, each once, in the order of their appearance. */
export function templateVariables(source: string): readonly TemplateVariable[] {
  return compileText(source, { escape: false }).variables;
}
