import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  admits,
  admitsName,
  type Bound,
  type Condition,
  orderBy,
  type SourceRequest,
  type SqlText,
  type TimelineEntry,
  type TimelineRow,
  type TimelineSource,
  TimelineSources,
  type TimelineVoice,
  valueColumns,
} from '@parcours/events';
import { firstIdAt, formatInstant, type JsonObject, timeOfId } from '@parcours/kernel';

import { MESSAGE_STATUSES, statusNumber } from './message.js';
import { MessageWords } from './message-words.service.js';

const RANK = 40;

/** The name that an entry has by its status. */
function nameOf(status: number): string {
  return `message.${MESSAGE_STATUSES[status] ?? 'queued'}`;
}

/** Messages, at the moment at which they were decided. */
@Injectable()
export class MessageTimeline implements TimelineSource, OnModuleInit {
  readonly rank = RANK;
  readonly kinds = ['message'] as const;
  readonly voice: TimelineVoice = {
    names: () => Promise.resolve([nameOf(statusNumber('sent'))]),
    speeches: (rows) =>
      this.words.of(
        rows.map((row) => ({
          enrollmentId: Number(row.t1),
          customerId: Number(row.t10),
          step: String(row.t2),
          channel: String(row.t3),
          templateVersionId: Number(row.t8),
        })),
      ),
  };

  constructor(
    private readonly sources: TimelineSources,
    private readonly words: MessageWords,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  /** An id holds the time at which it was made: the index of a customer's messages is in the order of time. */
  select({ sql, customerId, filter, direction, bound, limit }: SourceRequest): SqlText | undefined {
    const statuses = MESSAGE_STATUSES.map((_name, status) => status).filter((status) =>
      admitsName(filter, nameOf(status)),
    );
    if (!admits(filter.kinds, 'message') || filter.layers || statuses.length === 0) return undefined;
    const conditions = [
      { text: 'm.customer_id = ?', parameters: [customerId] },
      ...idBounds(bound, direction === 'descending' ? '<' : '>'),
      ...idsWithin(filter),
      ...(filter.channels ? [{ text: 'm.channel IN (?)', parameters: [filter.channels] }] : []),
      ...(statuses.length < MESSAGE_STATUSES.length
        ? [{ text: 'm.status IN (?)', parameters: [statuses] }]
        : []),
    ];
    // What is kept in between holds no long texts: MariaDB would keep them on disk. A left join keeps it in the lead.
    const page =
      `SELECT m.id FROM messages m${sql.byIndex('ix_messages_customer')} ` +
      `WHERE ${conditions.map(({ text }) => text).join(' AND ')}` +
      (limit === undefined ? '' : ` ORDER BY ${orderBy(['m.id'], direction)} LIMIT ${String(limit)}`);
    const at = `p.id ${sql.dialect === 'sqlite' ? '/' : 'DIV'} ${ID_MS} + ${EPOCH}`;
    return {
      text:
        `SELECT ${String(RANK)} AS source, ${at} AS at, p.id AS id, 0 AS sub, ${valueColumns(VALUES)} FROM (${page}) f ` +
        'LEFT JOIN messages p ON p.id = f.id LEFT JOIN enrollments e ON e.id = p.enrollment_id LEFT JOIN content_items j ON j.id = e.journey_id ' +
        'LEFT JOIN content_versions v ON v.id = p.template_version_id LEFT JOIN content_items t ON t.id = v.item_id',
      parameters: conditions.flatMap(({ parameters }) => parameters),
    };
  }

  present(row: TimelineRow): TimelineEntry {
    const status = Number(row.t4);
    const details: JsonObject = {
      enrollmentId: String(row.t1),
      journey: textOf(row.t6),
      step: String(row.t2),
      template: textOf(row.t7),
      status: MESSAGE_STATUSES[status] ?? null,
      failure: typeof row.t9 === 'string' ? (JSON.parse(row.t9) as JsonObject) : null,
      finishedAt: row.t5 === null ? null : formatInstant(Number(row.t5)),
    };
    return {
      id: `message-${String(row.id)}`,
      kind: 'message',
      name: nameOf(status),
      layer: null,
      channel: textOf(row.t3),
      touchpoint: null,
      device: null,
      department: null,
      details,
    };
  }
}

const VALUES = [
  'p.enrollment_id',
  'p.step',
  'p.channel',
  'p.status',
  'p.finished_at',
  'j.item_key',
  't.item_key',
  'p.template_version_id',
  'p.failure',
  'p.customer_id',
];

/** How ids and times are converted; see `timeOfId`. */
const ID_MS = String(firstIdAt(timeOfId(0) + 1));
const EPOCH = String(timeOfId(0));

function idBounds(bound: Bound | undefined, sign: '<' | '>'): Condition[] {
  if (!bound) return [];
  if ('id' in bound) return [{ text: `m.id ${sign} ?`, parameters: [bound.id] }];
  const { at, isIncluded } = bound;
  if (sign === '<') return [{ text: 'm.id < ?', parameters: [firstIdAt(isIncluded ? at + 1 : at)] }];
  return [{ text: 'm.id >= ?', parameters: [firstIdAt(isIncluded ? at : at + 1)] }];
}

function idsWithin({ from, to }: { readonly from?: number; readonly to?: number }): Condition[] {
  return [
    ...(from === undefined ? [] : [{ text: 'm.id >= ?', parameters: [firstIdAt(from)] }]),
    ...(to === undefined ? [] : [{ text: 'm.id < ?', parameters: [firstIdAt(to + 1)] }]),
  ];
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
