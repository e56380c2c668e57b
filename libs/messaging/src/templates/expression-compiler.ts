import { positionOf } from './template-ast.js';
import type { CallNode, ExpressionNode, PathNode } from './template-ast.js';
import { helperNamed, helperNames } from './offered-helpers.js';
import { UnfitArgument, type ValueHelper } from './value-helper.js';
import { TEMPLATE_LIMITS } from './template-limits.js';
import { findName, scopeAbove } from './template-scope.js';
import type { Place, VariableCollector } from './template-scope.js';
import { memberOf } from './template-values.js';
import { TemplateErrors } from './template.errors.js';
import type { TemplatePosition } from './template.errors.js';
import type { Frame, RenderState, Turn } from './render-state.js';

/** Computes a value while a template is rendered. */
export type Read = (frame: Frame, state: RenderState) => unknown;

/** What a compiled expression starts from, before its members are read, and where that stands in the data. */
interface Origin {
  readonly read: Read;
  readonly path: readonly string[] | undefined;
  readonly members: readonly string[];
}

type Pairs = NonNullable<CallNode['hash']>['pairs'];

const FORBIDDEN = /^(constructor|prototype|__.*__)$/;

/** Turns expressions into closures; collects the variables they read. */
export class ExpressionCompiler {
  constructor(private readonly variables: VariableCollector) {}

  /** A value that may be absent reads as `undefined`; any other throws when it is absent or null. */
  compile(node: ExpressionNode, place: Place, optional: boolean): Read {
    if (place.depth > TEMPLATE_LIMITS.depth) {
      throw TemplateErrors.tooDeep({ at: positionOf(node), limit: TEMPLATE_LIMITS.depth });
    }
    switch (node.type) {
      case 'PathExpression':
        return this.path(node, place, optional);
      case 'SubExpression':
        return this.call(node, place);
      case 'NullLiteral':
      case 'UndefinedLiteral':
        return () => undefined;
      default: {
        const { value } = node;
        return () => value;
      }
    }
  }

  call(node: CallNode, place: Place): Read {
    const at = positionOf(node);
    const name = nameOf(node.path);
    const helper = helperNamed(name);
    if (!helper) throw TemplateErrors.unknownHelper({ at, name, known: helperNames().join(', ') });
    const inner = { ...place, depth: place.depth + 1 };
    const values = this.values(node, helper, inner, at);
    const named = this.named(node, helper.named, inner);
    return (frame, state) => {
      try {
        state.countWork(1);
        const given = Object.fromEntries(
          named.map(([key, read]) => [key, state.counted(read(frame, state))]),
        );
        return helper.run(
          values.map((read) => state.counted(read(frame, state))),
          given,
          state,
        );
      } catch (cause) {
        if (!(cause instanceof UnfitArgument)) throw cause;
        throw TemplateErrors.helperArguments({ at, name, reason: cause.message });
      }
    };
  }

  /** The data path that an expression stands for; `undefined` where it is computed. */
  pathOf(node: ExpressionNode | undefined, place: Place): readonly string[] | undefined {
    if (node?.type !== 'PathExpression') return undefined;
    const origin = originOf(node, place);
    return origin.path && [...origin.path, ...origin.members];
  }

  named(node: CallNode, allowed: readonly string[], place: Place): readonly (readonly [string, Read])[] {
    return (node.hash?.pairs ?? []).map(({ key, value }) => {
      if (!allowed.includes(key)) {
        const reason = `takes no argument '${key}'${allowed.length > 0 ? `; it takes ${allowed.join(', ')}` : ''}`;
        throw TemplateErrors.helperArguments({ at: positionOf(node), name: nameOf(node.path), reason });
      }
      return [key, this.compile(value, place, false)] as const;
    });
  }

  /** The named arguments of a partial, which takes any. */
  given(pairs: Pairs, place: Place): readonly (readonly [string, Read])[] {
    return pairs.map(({ key, value }) => [key, this.compile(value, place, true)] as const);
  }

  private values(node: CallNode, helper: ValueHelper, place: Place, at: TemplatePosition): readonly Read[] {
    const { least, most, optional } = helper;
    if (node.params.length < least || node.params.length > most) {
      const count = least === most ? String(least) : `${String(least)} to ${String(most)}`;
      const reason = `takes ${count} argument${count === '1' ? '' : 's'}, not ${String(node.params.length)}`;
      throw TemplateErrors.helperArguments({ at, name: nameOf(node.path), reason });
    }
    const last = node.params.length - 1;
    return node.params.map((param, index) => {
      const mayBeAbsent = optional === 'all' || (optional === 'all-but-last' && index < last);
      // The last resort of a fallback is read only sometimes, so nothing is required by it.
      const conditional = place.conditional || optional === 'all-but-last';
      return this.compile(param, { ...place, conditional }, mayBeAbsent);
    });
  }

  private path(node: PathNode, place: Place, optional: boolean): Read {
    const { read, path, members } = originOf(node, place);
    if (path) this.variables.add([...path, ...members], !optional && !place.conditional);
    const lookup = membersOf(read, members);
    if (optional) return lookup;
    const at = positionOf(node);
    return (frame, state) => {
      const value = lookup(frame, state);
      if (value === undefined || value === null) {
        throw TemplateErrors.variableMissing({ at, path: node.original });
      }
      return value;
    };
  }
}

/** A helper's name: the path as written. */
export function nameOf(node: ExpressionNode): string {
  if (node.type === 'PathExpression') return node.original;
  return 'value' in node ? String(node.value) : 'an expression';
}

function membersOf(origin: Read, members: readonly string[]): Read {
  const [first, second] = members;
  if (first === undefined) return origin;
  if (second === undefined) return (frame, state) => memberOf(origin(frame, state), first);
  return (frame, state) => {
    let value = origin(frame, state);
    for (const member of members) value = memberOf(value, member);
    return value;
  };
}

function originOf(node: PathNode, place: Place): Origin {
  const at = positionOf(node);
  for (const part of node.parts) {
    if (FORBIDDEN.test(part)) throw TemplateErrors.forbiddenName({ at, name: part });
  }
  if (node.data) return dataOrigin(node, at);
  const [first, ...rest] = node.parts;
  const scoped = node.depth > 0 || /^(this\b|\.)/.test(node.original);
  const found = scoped ? undefined : findName(place.scope, first);
  if (found) {
    const { up, slot, path } = found;
    return { read: (frame) => frameAbove(frame, up)?.locals[slot], path, members: rest };
  }
  const { depth } = node;
  const scope = scopeAbove(place.scope, depth);
  if (!scope) {
    throw TemplateErrors.syntax({ at, reason: `'${node.original}' leads out of the template's data.` });
  }
  const read: Read = depth === 0 ? (frame) => frame.value : (frame) => frameAbove(frame, depth)?.value;
  return { read, path: scope.path, members: node.parts };
}

function frameAbove(frame: Frame, up: number): Frame | undefined {
  let current: Frame | undefined = frame;
  for (let step = 0; step < up; step++) current = current?.parent;
  return current;
}

const TURN_MEMBERS: Readonly<Record<string, (turn: Turn) => unknown>> = {
  index: (turn) => turn.index,
  key: (turn) => turn.key,
  first: (turn) => turn.first,
  last: (turn) => turn.last,
};

function dataOrigin(node: PathNode, at: TemplatePosition): Origin {
  const [name = '', ...members] = node.parts;
  if (name === 'root') return { read: (_frame, state) => state.root, path: [], members };
  const member = Object.hasOwn(TURN_MEMBERS, name) ? TURN_MEMBERS[name] : undefined;
  if (!member || members.length > 0 || node.depth > 0)
    throw TemplateErrors.forbiddenName({ at, name: node.original });
  return {
    read: (frame) => {
      const turn = turnOf(frame);
      return turn && member(turn);
    },
    path: undefined,
    members: [],
  };
}

/** `{{#with}}` inside an `{{#each}}` does not hide the turn. */
function turnOf(frame: Frame): Turn | undefined {
  let current: Frame | undefined = frame;
  while (current && !current.turn) current = current.parent;
  return current?.turn;
}
