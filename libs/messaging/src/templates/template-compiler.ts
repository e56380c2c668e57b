import { ExpressionCompiler, nameOf } from './expression-compiler.js';
import type { Read } from './expression-compiler.js';
import { positionOf } from './template-ast.js';
import type {
  BlockNode,
  ExpressionNode,
  MustacheNode,
  PartialNode,
  ProgramNode,
  StatementNode,
} from './template-ast.js';
import { helperNamed, helperNames } from './offered-helpers.js';
import { BLOCK_HELPERS } from './template-helpers.js';
import { TEMPLATE_LIMITS } from './template-limits.js';
import { VariableCollector } from './template-scope.js';
import type { Place, Scope, TemplateVariable } from './template-scope.js';
import { escaped, type Escaping, isTruthy, Markup, printed } from './template-values.js';
import { parseTemplate } from './template-parser.js';
import { TemplateErrors } from './template.errors.js';
import type { Frame, RenderState } from './render-state.js';

/** Writes a part of the output. */
export type Write = (frame: Frame, state: RenderState) => void;

/** Sources that `{{> name}}` stands for, by name. */
export type Partials = ReadonlyMap<string, string>;

/** The partial that stands for what a layout is laid around. */
export const CONTENT_PARTIAL = 'content';

/** Turns a syntax tree into closures: no code is generated, and every read, turn and character is counted. */
export class TemplateCompiler {
  private readonly variables = new VariableCollector();
  private readonly expressions = new ExpressionCompiler(this.variables);

  /** The partials that are being compiled, one inside of the other. */
  private readonly open: string[] = [];
  private inserted = 0;

  constructor(
    private readonly escape: Escaping,
    private readonly partials: Partials = new Map(),
  ) {}

  compile(program: ProgramNode): { readonly write: Write; readonly variables: readonly TemplateVariable[] } {
    const scope: Scope = { parent: undefined, path: [], names: [] };
    const write = this.program(program, { scope, conditional: false, depth: 0 });
    return { write, variables: this.variables.list() };
  }

  private program(program: ProgramNode | undefined, place: Place): Write {
    const parts = keepingBreaks(program?.body ?? []).flatMap((node) => this.statement(node, place) ?? []);
    const [only] = parts;
    if (only && parts.length === 1) return countingOne(only);
    return (frame, state) => {
      state.countParts(parts.length);
      for (const part of parts) part(frame, state);
    };
  }

  private statement(node: StatementNode, place: Place): Write | undefined {
    switch (node.type) {
      case 'ContentStatement': {
        const { value } = node;
        return value === ''
          ? undefined
          : (_frame, state) => {
              state.write(value);
            };
      }
      case 'CommentStatement':
        return undefined;
      case 'MustacheStatement':
        return this.mustache(node, place);
      case 'BlockStatement':
        return this.block(node, place);
      case 'PartialStatement':
        return this.partial(node, place);
      case 'PartialBlockStatement':
        throw TemplateErrors.forbiddenTag({
          at: positionOf(node),
          tag: '{{#> …}}',
          suggestion: 'use {{> …}}, or name a layout',
        });
      default:
        throw TemplateErrors.forbiddenTag({
          at: positionOf(node),
          tag: '{{* …}}',
          suggestion: 'leave it out',
        });
    }
  }

  /** Compiled where it stands: what it reads is what the template could read there, and its named arguments. */
  private partial(node: PartialNode, place: Place): Write {
    const at = positionOf(node);
    const name = nameOf(node.name);
    const source = this.partials.get(name);
    if (node.name.type === 'SubExpression' || source === undefined) {
      const known = [...this.partials.keys()].filter((each) => each !== CONTENT_PARTIAL);
      throw TemplateErrors.unknownPartial({ at, name, known: known.join(', ') });
    }
    if (this.open.includes(name)) throw TemplateErrors.circularPartial({ at, name });
    if (place.depth >= TEMPLATE_LIMITS.depth)
      throw TemplateErrors.tooDeep({ at, limit: TEMPLATE_LIMITS.depth });
    const limit = TEMPLATE_LIMITS.partials;
    if (++this.inserted > limit) throw TemplateErrors.tooManyPartials({ at, limit });
    if (node.params.length > 0) {
      throw TemplateErrors.helperArguments({ at, name, reason: 'takes named arguments alone: label="…"' });
    }
    const pairs = node.hash?.pairs ?? [];
    const given = this.expressions.given(pairs, place);
    const names = pairs.map(({ key, value }) => ({ name: key, path: this.expressions.pathOf(value, place) }));
    const program = parseTemplate(source, name === CONTENT_PARTIAL ? undefined : `the partial '${name}'`);
    this.open.push(name);
    const inside = {
      ...place,
      scope: { parent: place.scope, path: place.scope.path, names },
      depth: place.depth + 1,
    };
    const write = this.program(program, inside);
    this.open.pop();
    return (frame, state) => {
      const locals = given.map(([, read]) => read(frame, state));
      write({ value: frame.value, parent: frame, turn: undefined, locals }, state);
    };
  }

  private mustache(node: MustacheNode, place: Place): Write {
    const at = positionOf(node);
    if (this.escape !== false && !node.escaped) {
      throw TemplateErrors.forbiddenTag({ at, tag: '{{{…}}} and {{&…}}', suggestion: 'use {{…}}' });
    }
    const path = nameOf(node.path);
    const read = this.printedExpression(node, place);
    const { escape } = this;
    return (frame, state) => {
      const value = read(frame, state);
      if (value instanceof Markup) {
        state.write(escape === true ? value.html : escaped(value.text, escape));
        return;
      }
      const text = printed(value);
      if (text === undefined && value !== undefined && value !== null) {
        throw TemplateErrors.notPrintable({ at, path, kind: Array.isArray(value) ? 'a list' : 'an object' });
      }
      if (text) state.write(escaped(text, escape));
    };
  }

  /** A name without arguments is always a variable, even where a helper has the same name. */
  private printedExpression(node: MustacheNode, place: Place): Read {
    const isCall = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    if (isCall) return this.expressions.call(node, place);
    if (node.path.type === 'PathExpression') {
      if (isBlockName(node.path.original)) {
        const reason = `is a block: {{#${node.path.original} …}}`;
        throw TemplateErrors.helperArguments({ at: positionOf(node), name: node.path.original, reason });
      }
      return this.expressions.compile(node.path, place, false);
    }
    if (node.path.type === 'SubExpression') return this.expressions.call(node.path, place);
    throw TemplateErrors.forbiddenTag({
      at: positionOf(node),
      tag: 'A constant in {{…}}',
      suggestion: 'write it as text',
    });
  }

  private block(node: BlockNode, place: Place): Write {
    const at = positionOf(node);
    if (place.depth >= TEMPLATE_LIMITS.depth)
      throw TemplateErrors.tooDeep({ at, limit: TEMPLATE_LIMITS.depth });
    const name = nameOf(node.path);
    if (!isBlockName(name)) {
      if (helperNamed(name)) {
        throw TemplateErrors.helperArguments({ at, name, reason: `is not a block: {{${name} …}}` });
      }
      throw TemplateErrors.unknownHelper({ at, name, known: helperNames().join(', ') });
    }
    const [subject] = node.params;
    if (!subject || node.params.length > 1) {
      throw TemplateErrors.helperArguments({ at, name, reason: 'takes 1 argument' });
    }
    switch (name) {
      case 'if':
        return this.condition(node, subject, place, isTruthy);
      case 'unless':
        return this.condition(node, subject, place, (value) => !isTruthy(value));
      case 'with':
        return this.narrowing(node, subject, place);
      case 'each':
        return this.repetition(node, subject, place);
    }
  }

  private condition(
    node: BlockNode,
    subject: ExpressionNode,
    place: Place,
    holds: (value: unknown) => boolean,
  ): Write {
    this.expressions.named(node, [], place);
    const read = this.expressions.compile(subject, place, true);
    const inside = { ...place, conditional: true, depth: place.depth + 1 };
    const then = this.program(node.program, inside);
    // An {{else if}} looks flat to the author, so a long chain of them is not deep.
    const otherwise = this.program(
      node.inverse,
      node.inverse?.chained ? { ...inside, depth: place.depth } : inside,
    );
    return (frame, state) => {
      if (holds(read(frame, state))) then(frame, state);
      else otherwise(frame, state);
    };
  }

  private narrowing(node: BlockNode, subject: ExpressionNode, place: Place): Write {
    this.expressions.named(node, [], place);
    const optional = node.inverse !== undefined;
    const read = this.expressions.compile(subject, place, optional);
    const path = this.expressions.pathOf(subject, place);
    const names = (node.program?.blockParams ?? []).slice(0, 1).map((name) => ({ name, path }));
    const depth = place.depth + 1;
    const conditional = place.conditional || optional;
    const then = this.program(node.program, {
      scope: { parent: place.scope, path, names },
      conditional,
      depth,
    });
    const otherwise = this.program(node.inverse, { ...place, conditional: true, depth });
    return (frame, state) => {
      const value = read(frame, state);
      if (isTruthy(value)) then({ value, parent: frame, turn: undefined, locals: [value] }, state);
      else otherwise(frame, state);
    };
  }

  private repetition(node: BlockNode, subject: ExpressionNode, place: Place): Write {
    this.expressions.named(node, [], place);
    const at = positionOf(node);
    const read = this.expressions.compile(subject, place, node.inverse !== undefined);
    const subjectPath = this.expressions.pathOf(subject, place);
    const path = subjectPath && [...subjectPath, '*'];
    const names = (node.program?.blockParams ?? []).map((name, slot) => ({
      name,
      path: slot ? undefined : path,
    }));
    const inside = { conditional: true, depth: place.depth + 1 };
    const turn = this.program(node.program, { scope: { parent: place.scope, path, names }, ...inside });
    const otherwise = this.program(node.inverse, { ...place, ...inside });
    return (frame, state) => {
      const subjectValue = read(frame, state);
      const items = itemsOf(subjectValue);
      if (!items) throw TemplateErrors.notIterable({ at, path: nameOf(subject) });
      if (items.length === 0) {
        otherwise(frame, state);
        return;
      }
      const last = items.length - 1;
      for (const [index, [key, value]] of items.entries()) {
        state.countIteration();
        const locals = [value, key];
        turn(
          { value, parent: frame, turn: { index, key, first: index === 0, last: index === last }, locals },
          state,
        );
      }
    };
  }
}

type BlockName = (typeof BLOCK_HELPERS)[number];

function isBlockName(name: string): name is BlockName {
  return BLOCK_HELPERS.some((known) => known === name);
}

/** A partial that has a line to itself is a text in that line: what comes after it stays in the next. */
function keepingBreaks(body: readonly StatementNode[]): readonly StatementNode[] {
  return body.map((node, at) => {
    const before = body[at - 1];
    if (node.type !== 'ContentStatement' || before?.type !== 'PartialStatement' || before.strip.close)
      return node;
    const taken = node.original.length - node.value.length;
    const isTaken = taken > 0 && node.original.endsWith(node.value);
    const lineEnd = isTaken ? /^[ \t]*\r?\n/.exec(node.original)?.[0] : undefined;
    return lineEnd?.length === taken ? { ...node, value: node.original } : node;
  });
}

function countingOne(part: Write): Write {
  return (frame, state) => {
    state.countParts(1);
    part(frame, state);
  };
}

function itemsOf(value: unknown): readonly (readonly [string | number, unknown])[] | undefined {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item] as const);
  return typeof value === 'object' ? Object.entries(value) : undefined;
}
