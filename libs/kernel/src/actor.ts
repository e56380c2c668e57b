/** Who does something, and from where: what a change is remembered by. */
export interface Actor {
  readonly kind: 'token' | 'user' | 'system';
  /** The token's or the user's; null for the system. */
  readonly id: number | null;
  readonly name: string;
  /** The network address that the call came from, if it was one. */
  readonly address: string | null;
  readonly requestId: string | null;
}

/** The product itself, acting for a stated reason such as `schedule`. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: null, name, address: null, requestId: null };
}
