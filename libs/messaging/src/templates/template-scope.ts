/** A variable that a template reads. */
export interface TemplateVariable {
  /** Dotted from the data's root; `*` stands for any item: `order.items.*.sku`. */
  readonly path: string;
  /** True where no rendering succeeds without it; false inside conditions, repetitions and fallbacks. */
  readonly required: boolean;
}

/** Collects what a template reads while it is compiled. */
export class VariableCollector {
  private readonly found = new Map<string, boolean>();

  add(path: readonly string[], required: boolean): void {
    if (path.length === 0) return;
    const name = path.join('.');
    this.found.set(name, required || this.found.get(name) === true);
  }

  list(): readonly TemplateVariable[] {
    return [...this.found].map(([path, required]) => ({ path, required }));
  }
}

/** What is known at compile time of one frame: where `this` stands in the data, and the names it introduces. */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Path of `this` from the root; `undefined` where it is computed. */
  readonly path: readonly string[] | undefined;
  readonly names: readonly { readonly name: string; readonly path: readonly string[] | undefined }[];
}

/** One place of a template that is being compiled. */
export interface Place {
  readonly scope: Scope;
  /** True where rendering may pass by without running this place. */
  readonly conditional: boolean;
  readonly depth: number;
}

/** How many frames up a block parameter was introduced, and which of the frame's names it is. */
export function findName(
  scope: Scope,
  name: string | undefined,
): { readonly up: number; readonly slot: number; readonly path: readonly string[] | undefined } | undefined {
  let up = 0;
  for (let current: Scope | undefined = scope; current; current = current.parent) {
    const slot = current.names.findIndex((known) => known.name === name);
    if (slot !== -1) return { up, slot, path: current.names[slot]?.path };
    up++;
  }
  return undefined;
}

/** The scope that `../` repeated `up` times leads to. */
export function scopeAbove(scope: Scope, up: number): Scope | undefined {
  let current: Scope | undefined = scope;
  for (let step = 0; step < up; step++) current = current?.parent;
  return current;
}
