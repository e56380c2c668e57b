import type { TemplatePosition } from './template.errors.js';

/** The part of Handlebars' syntax tree that templates are compiled from. */
interface Node {
  readonly loc: {
    readonly start: { readonly line: number; readonly column: number };
    readonly source?: string;
  };
}

export interface PathNode extends Node {
  readonly type: 'PathExpression';
  /** True for `@index` and its like. */
  readonly data: boolean;
  /** How many `../` lead the path. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface LiteralNode extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral';
  readonly value: string | number | boolean;
}

interface NothingNode extends Node {
  readonly type: 'NullLiteral' | 'UndefinedLiteral';
}

/** What every call of a helper is made of: a tag, a block or an expression in parentheses. */
export interface CallNode extends Node {
  readonly path: ExpressionNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: ExpressionNode }[] };
}

export interface SubExpressionNode extends CallNode {
  readonly type: 'SubExpression';
}

export type ExpressionNode = PathNode | LiteralNode | NothingNode | SubExpressionNode;

export interface MustacheNode extends CallNode {
  readonly type: 'MustacheStatement';
  readonly escaped: boolean;
}

export interface BlockNode extends CallNode {
  readonly type: 'BlockStatement';
  readonly program?: ProgramNode;
  readonly inverse?: ProgramNode;
}

interface ContentNode extends Node {
  readonly type: 'ContentStatement';
  readonly value: string;
  /** Before white space was taken away beside tags that stand alone in their line. */
  readonly original: string;
}

interface CommentNode extends Node {
  readonly type: 'CommentStatement';
}

export interface PartialNode extends Node {
  readonly type: 'PartialStatement';
  readonly name: ExpressionNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: CallNode['hash'];
  readonly strip: { readonly close: boolean };
}

interface RefusedNode extends Node {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
}

export type StatementNode = ContentNode | CommentNode | MustacheNode | BlockNode | PartialNode | RefusedNode;

export interface ProgramNode extends Node {
  readonly body: readonly StatementNode[];
  readonly blockParams?: readonly string[];
  /** True for the `{{else if}}` form, which nests in the tree but not for the eye. */
  readonly chained?: boolean;
}

/** Where a node stands, line and column counted from 1. */
export function positionOf(node: Node): TemplatePosition {
  const { start, source } = node.loc;
  return { line: start.line, column: start.column + 1, of: source };
}
