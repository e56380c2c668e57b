import type { ErrorItem, JsonObject, JsonValue } from '@parcours/kernel';
import { isJsonObject, pointer } from '@parcours/kernel';

import { CONSENT_STATES, type ConsentState } from '../consents/consent.js';
import type { CustomerBody } from '../customers/customer-input.rules.js';
import type { IndexKind } from '../traits/trait.type.js';
import { type Mapping, type Target, targetOf } from './column-mapping.rules.js';
import { withoutGuard } from './csv-cells.js';
import type { ImportSettings, RowContent } from './customer-import.js';

/** A decision that a row brings. */
export interface RowConsent {
  readonly channel: string;
  readonly topic: string;
  readonly state: ConsentState;
}

/** What a row says of a customer: a merge patch, and decisions. */
export interface RowReading {
  readonly body: CustomerBody;
  readonly consents: readonly RowConsent[];
  readonly errors: readonly ErrorItem[];
}

/** Of which type the values of a declared trait are. */
export type KindOf = (path: string) => IndexKind | undefined;

/** Members of an exported customer that say nothing that could be imported. */
const NOT_IMPORTED = new Set(['kind', 'locale', 'timezone', 'lane', 'revision', 'createdAt', 'updatedAt']);

const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

interface Place {
  /** The column or the member. */
  readonly name: string;
  readonly at: number;
  readonly target: Target;
}

/** Reads rows of one import: what is the same for all of them is worked out once. */
export class RowReader {
  private readonly places: readonly Place[];

  constructor(
    private readonly settings: ImportSettings,
    private readonly kindOf: KindOf,
  ) {
    this.places = placesOf(settings.columns ?? Object.keys(settings.mapping ?? {}), settings.mapping ?? {});
  }

  read(content: RowContent): RowReading {
    if (isCells(content)) return this.readValues(({ at }) => this.cell(content[at]));
    if (this.settings.mapping) return this.readValues(({ name }) => content[name]);
    return readObject(content);
  }

  /** `undefined` for a cell that says nothing. */
  private cell(text: string | undefined): JsonValue | undefined {
    if (text === undefined) return undefined;
    if (text !== '') return withoutGuard(text);
    return this.settings.empty === 'null' ? null : undefined;
  }

  private readValues(valueOf: (place: Place) => JsonValue | undefined): RowReading {
    const traits: JsonObject = {};
    const consents: RowConsent[] = [];
    const errors: ErrorItem[] = [];
    let tags: readonly string[] | null | undefined;
    for (const place of this.places) {
      const value = valueOf(place);
      const { target, name } = place;
      if (value === undefined || target.kind === 'external-id') continue;
      if (target.kind === 'trait') putAt(traits, target.path, this.typed(target.path, value));
      else if (target.kind === 'tags') tags = value === null ? null : tagsOf(value);
      else if (value !== null) {
        const state = stateOf(value);
        if (state) consents.push({ channel: target.channel, topic: target.topic, state });
        else errors.push(notAState(name));
      }
    }
    const body = { ...(Object.keys(traits).length > 0 && { traits }), ...(tags !== undefined && { tags }) };
    return { body, consents, errors };
  }

  /** The cells of a file are texts; what a trait is declared to be decides what they stand for. */
  private typed(path: readonly string[], value: JsonValue): JsonValue {
    if (typeof value !== 'string') return value;
    const text = value.trim();
    switch (this.kindOf(path.join('.'))) {
      case 'number':
        return NUMBER.test(text) ? Number(text) : value;
      case 'boolean':
        return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : value;
      default:
        return value;
    }
  }
}

/** Whom a row is about, as it stands there; `undefined` where that is no text. */
export function externalIdOf(content: RowContent, settings: ImportSettings): string | undefined {
  const { columns, mapping } = settings;
  const name = mapping && Object.keys(mapping).find((column) => mapping[column] === 'externalId');
  if (isCells(content)) return withoutGuard(content[columns?.indexOf(name ?? '') ?? -1] ?? '').trim();
  const value = name === undefined ? (content['id'] ?? content['externalId']) : content[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

export function isCells(content: RowContent): content is readonly string[] {
  return Array.isArray(content);
}

function placesOf(columns: readonly string[], mapping: Mapping): Place[] {
  return columns.flatMap((name, at) => {
    const target = Object.hasOwn(mapping, name) ? targetOf(mapping[name] ?? '') : undefined;
    return target ? [{ name, at, target }] : [];
  });
}

/** The shape that PATCH takes and that an export has. */
function readObject(content: JsonObject): RowReading {
  const errors: ErrorItem[] = [];
  const consents: RowConsent[] = [];
  const body: JsonObject = {};
  for (const [member, value] of Object.entries(content)) {
    if (member === 'id' || member === 'externalId' || NOT_IMPORTED.has(member)) continue;
    if (member !== 'consents') body[member] = value;
    else if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) readConsent(each, at, { consents, errors });
    } else errors.push({ pointer: '/consents', code: 'audience.import-consent', detail: 'Must be a list.' });
  }
  return { body, consents, errors };
}

function readConsent(
  value: JsonValue,
  at: number,
  { consents, errors }: { consents: RowConsent[]; errors: ErrorItem[] },
): void {
  const { channel, topic = '*', state } = isJsonObject(value) ? value : {};
  const known = stateOf(state ?? null);
  const isNamed = typeof channel === 'string' && typeof topic === 'string';
  const target = isNamed ? targetOf(`consent.${channel}.${topic}`) : undefined;
  if (known && target?.kind === 'consent') {
    consents.push({ channel: target.channel, topic: target.topic, state: known });
  } else errors.push(notAState(pointer('consents', at)));
}

function notAState(place: string): ErrorItem {
  const detail = `Must be one of ${CONSENT_STATES.join(', ')}, or yes or no.`;
  return { pointer: place, code: 'audience.import-consent', detail };
}

function stateOf(value: JsonValue): ConsentState | undefined {
  const text = textOf(value).trim().toLowerCase();
  if (YES.has(text)) return 'granted';
  if (NO.has(text)) return 'denied';
  return CONSENT_STATES.find((state) => state === text);
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tagsOf(value: JsonValue): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;|]/);
  return parts.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

function putAt(traits: JsonObject, [first = '', ...rest]: readonly string[], value: JsonValue): void {
  if (rest.length === 0) {
    traits[first] = value;
    return;
  }
  const inner = traits[first];
  const members = isJsonObject(inner) ? inner : {};
  traits[first] = members;
  putAt(members, rest, value);
}
