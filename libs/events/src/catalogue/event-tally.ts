import type { ErrorItem } from '@parcours/kernel';

/** How often a name came since the last look. */
export interface NameCount {
  readonly name: string;
  received: number;
  violating: number;
  firstAt: number;
  lastAt: number;
}

/** How often events of a name broke their schema at one place. */
export interface ViolationCount {
  readonly name: string;
  readonly pointer: string;
  readonly code: string;
  detail: string;
  occurrences: number;
  lastMessageId: string | undefined;
  readonly firstAt: number;
  lastAt: number;
}

export interface CountedEvent {
  readonly name: string;
  readonly messageId: string | undefined;
  /** What is wrong with it; nothing when it fits its schema. */
  readonly defects: readonly ErrorItem[];
}

const POINTER_MAX = 250;
const DETAIL_MAX = 500;

/** Counts of what came, by name and by what was wrong, gathered in memory until somebody takes them. */
export class EventTally {
  private names = new Map<string, NameCount>();
  private violations = new Map<string, ViolationCount>();

  get isEmpty(): boolean {
    return this.names.size === 0;
  }

  count({ name, messageId, defects }: CountedEvent, at: number): void {
    const count = this.names.get(name) ?? { name, received: 0, violating: 0, firstAt: at, lastAt: at };
    this.names.set(name, count);
    count.received++;
    count.lastAt = at;
    if (defects.length === 0) return;
    count.violating++;
    for (const defect of defects) this.countViolation(name, defect, { messageId, at });
  }

  /** Everything counted so far, which is forgotten here; sorted, so that two processes write in one order. */
  take(): { names: readonly NameCount[]; violations: readonly ViolationCount[] } {
    const names = [...this.names].sort(byKey).map(([, count]) => count);
    const violations = [...this.violations].sort(byKey).map(([, count]) => count);
    this.names = new Map();
    this.violations = new Map();
    return { names, violations };
  }

  private countViolation(
    name: string,
    defect: ErrorItem,
    { messageId, at }: { messageId: string | undefined; at: number },
  ): void {
    const pointer = placeOf(defect);
    const key = `${name}\n${pointer}\n${defect.code}`;
    const { code } = defect;
    const known = this.violations.get(key);
    const count = known ?? {
      ...{
        name,
        pointer,
        code,
        detail: '',
        occurrences: 0,
        lastMessageId: undefined,
        firstAt: at,
        lastAt: at,
      },
    };
    this.violations.set(key, count);
    count.occurrences++;
    count.lastAt = at;
    count.lastMessageId = messageId ?? count.lastMessageId;
    count.detail = defect.detail.slice(0, DETAIL_MAX);
  }
}

/**
 * The place in the schema rather than in the event: entries of a list, and members that nobody knows, share one place,
 * so that there are no more places than the schema has.
 */
function placeOf({ pointer, code }: ErrorItem): string {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  const shared = code === 'schema.unknown-member' ? place.replace(/\/[^/]*$/, '/*') : place;
  return shared.slice(0, POINTER_MAX);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
