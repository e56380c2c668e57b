import { TOUCHPOINT_TYPE, type TouchpointDocument, type TouchpointEvent } from '@parcours/catalog';
import type { ContentSnapshot } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';

import type { EventOrigin } from '../event-origin.js';
import { EVENT_DEFINITION_TYPE, definedEvent, type EventSpeech } from './event-definition.type.js';
import { compileEventSchema, type EventSchemaCheck } from './event-schema-check.js';

/** What is known of an event by its name. */
export interface KnownEvent {
  readonly name: string;
  /** Key of its definition; undefined when only a touchpoint names it. */
  readonly definition: string | undefined;
  readonly origin: EventOrigin;
  readonly says: EventSpeech | undefined;
  readonly check: EventSchemaCheck | undefined;
}

/** Compiled schemas, by `version id / place in it`: a version never changes. */
export type CompiledSchemas = ReadonlyMap<string, EventSchemaCheck | undefined>;

export interface CompiledCatalogue {
  readonly events: ReadonlyMap<string, KnownEvent>;
  /** Those in use, for the next time. */
  readonly schemas: CompiledSchemas;
}

/**
 * Everything that published content says of events, by name. A definition says most; where there is none, the one
 * touchpoint that names the event in its data does.
 */
export function compileCatalogue(content: ContentSnapshot, known: CompiledSchemas): CompiledCatalogue {
  const events = new Map<string, KnownEvent>();
  const schemas = new SchemaShelf(known);
  for (const event of fromTouchpoints(content, schemas)) events.set(event.name, event);
  for (const { versionId, key, document } of content.all(EVENT_DEFINITION_TYPE)) {
    const { layer, touchpoint, channel, device, department, schema, says } = document;
    const place = touchpoint === undefined ? undefined : content.byKey(TOUCHPOINT_TYPE, touchpoint)?.document;
    const origin = {
      layer,
      touchpoint,
      channel: channel ?? place?.channel,
      device,
      department: department ?? place?.department,
    };
    const name = definedEvent(document, key);
    const check = schemas.take(String(versionId), schema);
    events.set(name, { name, definition: key, origin, says, check });
  }
  return { events, schemas: schemas.taken };
}

function* fromTouchpoints(content: ContentSnapshot, schemas: SchemaShelf): Generator<KnownEvent> {
  const named = new Map<
    string,
    { key: string; place: TouchpointDocument; id: string; event: TouchpointEvent }[]
  >();
  for (const { versionId, key, document: place } of content.all(TOUCHPOINT_TYPE)) {
    (place.data ?? []).forEach((event, at) => {
      const others = named.get(event.event) ?? [];
      named.set(event.event, [...others, { key, place, id: `${String(versionId)}/${String(at)}`, event }]);
    });
  }
  for (const [name, [only, ...others]] of named) {
    // Named by two touchpoints, it may have happened at either.
    if (!only || others.length > 0) continue;
    const { channel, department } = only.place;
    const check = schemas.take(only.id, only.event.schema);
    yield {
      name,
      definition: undefined,
      origin: { touchpoint: only.key, channel, department },
      says: undefined,
      check,
    };
  }
}

/** Compiles what was not compiled before. */
class SchemaShelf {
  readonly taken = new Map<string, EventSchemaCheck | undefined>();

  constructor(private readonly known: CompiledSchemas) {}

  take(id: string, schema: JsonSchema | undefined): EventSchemaCheck | undefined {
    if (schema === undefined) return undefined;
    const check = this.known.has(id) ? this.known.get(id) : runnable(schema);
    this.taken.set(id, check);
    return check;
  }
}

/** A touchpoint's schema was never promised to run. */
function runnable(schema: JsonSchema): EventSchemaCheck | undefined {
  const made = compileEventSchema(schema);
  return 'problem' in made ? undefined : made;
}
