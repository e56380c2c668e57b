import type { TemplatePosition } from './template.errors.js';

/** The part of Handlebars' syntax tree that templates are compiled from. */
interface Node {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
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
}

interface CommentNode extends Node {
  readonly type: 'CommentStatement';
}

interface RefusedNode extends Node {
  readonly type: 'PartialStatement' | 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
}

export type StatementNode = ContentNode | CommentNode | MustacheNode | BlockNode | RefusedNode;

export interface ProgramNode extends Node {
  readonly body: readonly StatementNode[];
  readonly blockParams?: readonly string[];
  /** True for the `{{else if}}` form, which nests in the tree but not for the eye. */
  readonly chained?: boolean;
}

/** Where a node stands, both counted from 1. */
export function positionOf(node: Node): TemplatePosition {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}
