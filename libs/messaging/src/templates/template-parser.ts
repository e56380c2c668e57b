import Handlebars from 'handlebars';
import { findTooDeepParenthesis } from './expression-depth.js';
import type { ProgramNode } from './template-ast.js';
import { TEMPLATE_LIMITS } from './template-limits.js';
import { TemplateErrors } from './template.errors.js';
import type { TemplatePosition } from './template.errors.js';

/**
 * Reads a template's source into Handlebars' syntax tree. Only Handlebars' parser is used: its compiler writes
 * JavaScript, which is where its security advisories come from. `of` says which source it is, for errors, where it is
 * not the template's own.
 */
export function parseTemplate(source: unknown, of?: string): ProgramNode {
  if (typeof source !== 'string') throw TemplateErrors.notText({ received: kindOf(source) });
  refuseOversized(source);
  try {
    // The parser's own types say less than it returns: statements are not told apart by `type` there.
    return Handlebars.parse(source, of === undefined ? {} : { srcName: of }) as unknown as ProgramNode;
  } catch (cause) {
    throw syntaxError(cause, of);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function refuseOversized(source: string): void {
  const { sourceLength, tags, depth } = TEMPLATE_LIMITS;
  if (source.length > sourceLength) {
    throw TemplateErrors.sourceTooLong({ length: source.length, limit: sourceLength });
  }
  let count = 0;
  for (let at = source.indexOf('{{'); at !== -1; at = source.indexOf('{{', at + 2)) count++;
  if (count > tags) throw TemplateErrors.tooManyTags({ count, limit: tags });
  const deep = findTooDeepParenthesis(source, depth);
  if (deep !== -1) throw TemplateErrors.tooDeep({ at: positionAt(source, deep), limit: depth });
}

function positionAt(source: string, index: number): TemplatePosition {
  const lines = source.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function syntaxError(cause: unknown, of: string | undefined) {
  const start = { line: 1, column: 1, of };
  if (cause instanceof RangeError) return TemplateErrors.tooDeep({ at: start, limit: TEMPLATE_LIMITS.depth });
  if (!(cause instanceof Error))
    return TemplateErrors.syntax({ at: start, reason: 'the source cannot be read.' });
  const at = { ...positionOfFailure(cause), of };
  return TemplateErrors.syntax({ at, reason: reasonOf(cause.message) }, { cause });
}

function positionOfFailure(error: Error) {
  if (error instanceof Handlebars.Exception) {
    return { line: Number(error.lineNumber) || 1, column: (Number(error.column) || 0) + 1 };
  }
  const [, , excerpt, arrow] = /^(Parse|Lexical) error.*\n(.*)\n(-*\^)/.exec(error.message) ?? [];
  const line = Number(/error on line (\d+)/.exec(error.message)?.[1] ?? 1);
  // The excerpt is cut at the left where the line is long; then only the line can be told.
  const column = arrow === undefined || excerpt?.startsWith('...') ? 1 : arrow.length;
  return { line, column };
}

const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'the end of the template',
  CLOSE: "'}}'",
  OPEN_ENDBLOCK: "'{{/'",
  INVERSE: "'{{else}}'",
  INVALID: 'an unexpected character',
};

function reasonOf(message: string): string {
  const got = /got '([^']*)'/.exec(message)?.[1];
  if (got === 'EOF') return 'a tag or a block is not closed.';
  if (got !== undefined)
    return `${TOKENS[got] ?? `'${got.toLowerCase().replaceAll('_', ' ')}'`} does not fit here.`;
  const mismatch = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(message);
  if (mismatch) return `'${String(mismatch[1])}' is closed by '${String(mismatch[2])}'.`;
  return `${message.split('\n')[0] ?? message}.`;
}
