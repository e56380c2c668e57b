import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatInstant, type JsonObject, readPath, timeOfId } from '@parcours/kernel';

import { EventCatalogue } from '../catalogue/event-catalogue.service.js';
import { EVENT_LAYERS, layerNumber } from '../event-origin.js';
import { NOTE_EVENT } from '../notes/note.js';
import { type Condition, selectRows, within } from './select-rows.js';
import type { Speech, TimelineEntry, TimelineRow } from './timeline-entry.js';
import { admits, type TimelineFilter } from './timeline-filter.js';
import {
  type SourceRequest,
  type SqlText,
  type TimelineSource,
  TimelineSources,
  type TimelineVoice,
} from './timeline-source.js';

const RANK = 10;
const LAST_CHARACTER = '\u{10FFFF}';

/** Events of all layers, notes among them. */
@Injectable()
export class EventTimeline implements TimelineSource, OnModuleInit {
  readonly rank = RANK;
  readonly kinds = ['event', 'note'] as const;
  readonly voice: TimelineVoice = {
    names: () => this.spokenNames(),
    speeches: (rows) => this.speeches(rows),
  };

  constructor(
    private readonly sources: TimelineSources,
    private readonly catalogue: EventCatalogue,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  select(request: SourceRequest): SqlText | undefined {
    const { sql, customerId, filter } = request;
    const hasKind =
      filter.kinds === undefined || filter.kinds.some((kind) => kind === 'event' || kind === 'note');
    if (!hasKind) return undefined;
    return selectRows(request, {
      at: 'e.occurred_at',
      id: 'e.id',
      values: [
        'e.name',
        'e.layer',
        'e.channel',
        'e.touchpoint',
        'e.device',
        'e.department',
        'e.message_id',
      ].concat(['e.breaks_schema', 'e.properties', 'e.context']),
      from: `events e${sql.byIndex('ix_events_customer')}`,
      where: [
        { text: 'e.customer_id = ?', parameters: [customerId] },
        ...within('e.occurred_at', filter),
        ...conditionsOf(filter),
      ],
    });
  }

  present(row: TimelineRow): TimelineEntry {
    const name = String(row.t1);
    const kind = name === NOTE_EVENT ? 'note' : 'event';
    const common = {
      id: `event-${String(row.id)}`,
      kind,
      name,
      layer: EVENT_LAYERS[Number(row.t2)] ?? 'behavioural',
      channel: textOf(row.t3),
      touchpoint: textOf(row.t4),
      device: textOf(row.t5),
      department: textOf(row.t6),
    } as const;
    const properties = objectIn(row.t9);
    const messageId = textOf(row.t7);
    const receivedAt = formatInstant(timeOfId(row.id));
    if (kind === 'note') return { ...common, details: { ...properties, messageId, receivedAt } };
    const context = row.t10 === null ? null : objectIn(row.t10);
    const breaksSchema = Number(row.t8) === 1;
    return { ...common, details: { properties, context, messageId, breaksSchema, receivedAt } };
  }

  private async spokenNames(): Promise<readonly string[]> {
    const known = await this.catalogue.read();
    const spoken = [...known.values()].filter(({ says }) => says !== undefined).map(({ name }) => name);
    return [NOTE_EVENT, ...spoken];
  }

  private async speeches(rows: readonly TimelineRow[]): Promise<readonly Speech[]> {
    const known = await this.catalogue.read();
    return rows.map((row) => {
      const properties = objectIn(row.t9);
      const channel = textOf(row.t3);
      const name = String(row.t1);
      if (name === NOTE_EVENT) return noteSpeech(properties, channel);
      const says = known.get(name)?.says;
      const text = says === undefined ? undefined : readPath(properties, says.text);
      return {
        direction: says?.direction ?? 'inbound',
        channel,
        by: said(properties['author']),
        subject: said(properties['subject']),
        text: said(text),
        sentiment: said(properties['sentiment']),
      };
    });
  }
}

function conditionsOf({ kinds, channels, layers, names, namePrefix }: TimelineFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (text: string, ...parameters: Condition['parameters']) => conditions.push({ text, parameters });
  if (!admits(kinds, 'event')) add('e.name = ?', NOTE_EVENT);
  else if (!admits(kinds, 'note')) add('e.name <> ?', NOTE_EVENT);
  if (channels) add('e.channel IN (?)', channels);
  if (layers) add('e.layer IN (?)', layers.map(layerNumber));
  if (names) add('e.name IN (?)', names);
  if (namePrefix !== undefined) add('e.name >= ? AND e.name < ?', namePrefix, namePrefix + LAST_CHARACTER);
  return conditions;
}

/** A comment in public is the customer's own; the others speak of them. */
function noteSpeech(note: JsonObject, channel: string | null): Speech {
  return {
    direction: note['kind'] === 'social-comment' ? 'inbound' : 'internal',
    channel,
    by: said(note['author']),
    subject: null,
    text: said(note['text']),
    sentiment: said(note['sentiment']),
  };
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function objectIn(value: string | number | null): JsonObject {
  return typeof value === 'string' ? (JSON.parse(value) as JsonObject) : {};
}

function said(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
