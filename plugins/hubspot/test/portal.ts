import { PROPERTIES } from './portal-properties.js';
import { invalid, taken } from './refusals.js';

/** A record of the portal. */
export interface PortalObject {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  archivedAt?: number;
  properties: Record<string, string>;
  /** Ids by type of object, the first to come first. */
  readonly associations: Map<string, string[]>;
}

export interface Filter {
  readonly propertyName: string;
  readonly operator: 'EQ' | 'GT' | 'GTE' | 'LT' | 'LTE';
  readonly value: string;
}

const MOST_RESULTS = 10_000;

export const changedPropertyOf = (type: string): string =>
  type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';

/** What a portal keeps, in memory. Its search knows what the index knows. */
export class Portal {
  private readonly objects = new Map<string, Map<string, PortalObject>>();
  private index: ReadonlyMap<string, readonly PortalObject[]> | undefined;
  private nextId = 1_001;
  private latest = 0;

  constructor(private readonly clock: () => number) {}

  /** From now on the search does not learn of what changes. */
  freezeSearch(): void {
    this.index = structuredClone(new Map([...this.objects].map(([type, all]) => [type, [...all.values()]])));
  }

  thawSearch(): void {
    this.index = undefined;
  }

  now(): number {
    this.latest = Math.max(this.latest, this.clock());
    return this.latest;
  }

  all(type: string, { archived = false } = {}): PortalObject[] {
    return [...this.of(type).values()].filter(({ archivedAt }) => (archivedAt !== undefined) === archived);
  }

  /** One that is there, or was merged into one that is. */
  get(type: string, id: string): PortalObject | undefined {
    const found = this.of(type).get(id);
    if (found && found.archivedAt === undefined) return found;
    return this.all(type).find(({ properties }) =>
      properties['hs_merged_object_ids']?.split(';').includes(id),
    );
  }

  by(type: string, property: string, value: string): PortalObject | undefined {
    const wanted = value.trim().toLowerCase();
    return this.all(type).find(({ properties }) => properties[property]?.toLowerCase() === wanted);
  }

  create(type: string, properties: Record<string, string>, at = this.now()): PortalObject {
    this.check(type, properties, undefined);
    const id = String(this.nextId++);
    const object: PortalObject = {
      id,
      createdAt: at,
      updatedAt: at,
      properties: {},
      associations: new Map(),
    };
    this.of(type).set(id, object);
    this.write(type, object, properties, at);
    return object;
  }

  change(type: string, object: PortalObject, properties: Record<string, string>, at = this.now()): void {
    this.check(type, properties, object.id);
    this.write(type, object, properties, at);
  }

  archive(type: string, id: string): void {
    const object = this.of(type).get(id);
    if (object) object.archivedAt = this.now();
  }

  /** For good: not even among the archived ones. */
  forget(id: string): void {
    this.of('contacts').delete(id);
  }

  /** As people merge two contacts: one is left, and knows of the other. */
  merge(id: string, into: string): void {
    const left = this.get('contacts', into);
    if (!left) return;
    this.of('contacts').delete(id);
    const before = left.properties['hs_merged_object_ids'];
    const merged = [...(before === undefined ? [] : [before]), id].join(';');
    this.write('contacts', left, { hs_merged_object_ids: merged }, this.now());
  }

  associate([type, id]: readonly [string, string], [toType, toId]: readonly [string, string]): void {
    for (const [from, fromId, to, key] of [
      [type, id, toType, toId],
      [toType, toId, type, id],
    ] as const) {
      const object = this.of(from).get(fromId);
      const known = object?.associations.get(to) ?? [];
      if (!known.includes(key)) object?.associations.set(to, [...known, key]);
    }
  }

  search(type: string, groups: readonly (readonly Filter[])[], sortedBy: string | undefined): PortalObject[] {
    const all = this.index
      ? (this.index.get(type) ?? []).filter(({ archivedAt }) => archivedAt === undefined)
      : this.all(type);
    const found = all.filter(
      (object) => groups.length === 0 || groups.some((group) => group.every(fits(object))),
    );
    // Records of one value come in no order that could be relied on.
    const shuffled = found.sort((a, b) => (Number(a.id) % 7) - (Number(b.id) % 7));
    if (sortedBy === undefined) return shuffled;
    return shuffled.sort((a, b) => compare(a.properties[sortedBy] ?? '', b.properties[sortedBy] ?? ''));
  }

  private of(type: string): Map<string, PortalObject> {
    const known = this.objects.get(type) ?? new Map<string, PortalObject>();
    this.objects.set(type, known);
    return known;
  }

  private write(type: string, object: PortalObject, properties: Record<string, string>, at: number): void {
    this.latest = Math.max(this.latest, at);
    object.updatedAt = at;
    const time = new Date(at).toISOString();
    const kept = { ...object.properties, ...properties };
    if (type === 'contacts' && kept['email']) kept['email'] = kept['email'].trim().toLowerCase();
    object.properties = {
      ...kept,
      hs_object_id: object.id,
      createdate: new Date(object.createdAt).toISOString(),
      [changedPropertyOf(type)]: time,
    };
  }

  /** @throws Refusal */
  private check(type: string, properties: Record<string, string>, id: string | undefined): void {
    for (const [name, value] of Object.entries(properties)) {
      const known = PROPERTIES[type]?.find((property) => property.name === name);
      if (!known) throw invalid(`Property "${name}" does not exist`, 'PROPERTY_DOESNT_EXIST');
      if (value === '') continue;
      if (known.type === 'number' && !Number.isFinite(Number(value))) {
        throw invalid(`${value} was not a valid number.`, 'INVALID_NUMBER');
      }
      if (
        known.options.length > 0 &&
        !value.split(';').every((each) => known.options.some((one) => one.value === each))
      ) {
        throw invalid(`${value} was not one of the allowed options`, 'INVALID_OPTION');
      }
      const other = known.hasUniqueValue ? this.by(type, name, value) : undefined;
      if (other && other.id !== id) throw invalid(`Cannot set value. ${other.id} already has that value.`);
    }
    const { email } = properties;
    if (type !== 'contacts' || !email) return;
    if (!/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(email.trim())) {
      throw invalid(`Email address ${email} is invalid`, 'INVALID_EMAIL');
    }
    const other = this.by('contacts', 'email', email);
    if (other && other.id !== id) throw taken(other.id);
  }
}

/** No search goes beyond this. @throws Refusal */
export function checkReach(after: number, limit: number): void {
  if (after + limit > MOST_RESULTS) throw invalid('The total number of results cannot exceed 10000');
}

function fits({ properties }: PortalObject) {
  return ({ propertyName, operator, value }: Filter): boolean => {
    const found = properties[propertyName];
    if (found === undefined) return false;
    const order = compare(found, value);
    switch (operator) {
      case 'EQ':
        return order === 0;
      case 'GT':
        return order > 0;
      case 'GTE':
        return order >= 0;
      case 'LT':
        return order < 0;
      case 'LTE':
        return order <= 0;
    }
  };
}

/** Numbers and times by their size, texts without case. */
function compare(a: string, b: string): number {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  if (left !== undefined && right !== undefined) return left - right;
  return a.toLowerCase().localeCompare(b.toLowerCase());
}

function sizeOf(text: string): number | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : undefined;
}
