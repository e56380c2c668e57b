import { type ErrorItem, pointer } from '@parcours/kernel';

import { nulAt } from './nul-characters.js';

/** What one item of a request may be at the most. */
export interface TreeLimits {
  /** Objects and lists inside one another. */
  readonly depth: number;
  /** Characters of all names and texts, and one for every value. */
  readonly size: number;
}

const SHOWN_DEFECTS = 20;

/**
 * What no schema says of a JSON value: nested too deeply, too large, NUL characters, members named `__proto__`. For
 * routes that judge the items of a body one by one. It never goes deeper than the limit, so that nothing a caller
 * sends exhausts the stack.
 */
export function treeDefects(value: unknown, limits: TreeLimits): ErrorItem[] {
  const inspection = new Inspection(limits);
  inspection.visit(value, 0);
  return inspection.defects();
}

class Inspection {
  private readonly path: (string | number)[] = [];
  private readonly found: ErrorItem[] = [];
  private size = 0;

  constructor(private readonly limits: TreeLimits) {}

  defects(): ErrorItem[] {
    if (this.size <= this.limits.size) return this.found;
    const detail = `Larger than ${String(this.limits.size)} characters.`;
    return [{ pointer: '', code: 'schema.too-large', detail }, ...this.found];
  }

  visit(value: unknown, depth: number): void {
    this.size++;
    if (typeof value === 'string') this.visitText(value);
    else if (typeof value === 'object' && value !== null) this.visitInside(value, depth + 1);
  }

  private visitInside(value: object, depth: number): void {
    if (depth > this.limits.depth) {
      const detail = `Nested deeper than ${String(this.limits.depth)} levels.`;
      this.report({ pointer: pointer(...this.path), code: 'schema.too-deep', detail });
      return;
    }
    if (this.size > this.limits.size) return;
    const isList = Array.isArray(value);
    for (const [member, inner] of Object.entries(value) as [string, unknown][]) {
      this.path.push(member);
      if (!isList) this.visitName(member, inner);
      this.visit(inner, depth);
      this.path.pop();
    }
  }

  private visitName(name: string, inner: unknown): void {
    this.visitText(name);
    if (name !== '__proto__' && !(name === 'constructor' && hasPrototype(inner))) return;
    const detail = "Members named '__proto__' or 'constructor.prototype' are refused.";
    this.report({ pointer: pointer(...this.path), code: 'schema.forbidden-member', detail });
  }

  private visitText(text: string): void {
    this.size += text.length;
    if (text.includes('\0')) this.report(nulAt(this.path));
  }

  private report(defect: ErrorItem): void {
    if (this.found.length < SHOWN_DEFECTS) this.found.push(defect);
  }
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
