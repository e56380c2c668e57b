import { Injectable, type OnModuleInit } from '@nestjs/common';
import { explainRecord } from '@parcours/engine';
import {
  admits,
  admitsName,
  type Condition,
  selectRows,
  type SourceRequest,
  type SqlText,
  type TimelineEntry,
  type TimelineRow,
  type TimelineSource,
  TimelineSources,
  valueColumns,
  within,
} from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import { StepCatalogue } from '../templates/step-catalogue.service.js';

const ENTERED = 'journey.entered';
const STEP = 'journey.step';
const ENDED = 'journey.ended';

const RANKS = { entered: 20, step: 30, ended: 50 } as const;

/** Passages of a customer through journeys: entered, decided at each step, ended. */
@Injectable()
export class JourneyTimeline implements OnModuleInit {
  constructor(
    private readonly sources: TimelineSources,
    private readonly steps: StepCatalogue,
  ) {}

  onModuleInit(): void {
    this.sources.add(entrances);
    this.sources.add(decisionsOf(this.steps));
    this.sources.add(ends);
  }
}

const entrances: TimelineSource = {
  rank: RANKS.entered,
  kinds: ['journey'],
  select: (request) =>
    passages(request, { name: ENTERED, at: 'e.entered_at', where: [], values: ['e.entry_key'] }),
  present: (row) => entryOf(row, ENTERED, { entryKey: String(row.t4) }),
};

const ends: TimelineSource = {
  rank: RANKS.ended,
  kinds: ['journey'],
  select: (request) =>
    passages(request, {
      name: ENDED,
      at: 'e.ended_at',
      where: [{ text: 'e.is_active = 0 AND e.ended_at IS NOT NULL', parameters: [] }],
      values: ['e.end_reason'],
    }),
  present: (row) => entryOf(row, ENDED, { reason: row.t4 === null ? null : String(row.t4) }),
};

const decisionsOf = (steps: StepCatalogue): TimelineSource => ({
  rank: RANKS.step,
  kinds: ['journey'],
  select: (request) => {
    if (!isWanted(request, STEP)) return undefined;
    const { sql, customerId, filter } = request;
    const page = selectRows(request, {
      at: 's.at',
      id: 's.enrollment_id',
      sub: 's.visit',
      values: ['e.journey_id', 'e.version_id', 's.step', 's.type', 's.code'],
      from: `enrollments e${sql.byIndex('ix_enrollments_customer')} JOIN enrollment_steps s ON s.enrollment_id = e.id`,
      where: [{ text: 'e.customer_id = ?', parameters: [customerId] }, ...within('s.at', filter)],
    });
    // The details are long: they are read for the rows of the page alone.
    const values = ['j.item_key', 'v.number', 'p.id', 'p.t3', 'p.t4', 'p.t5', 'd.detail'];
    return withKeys(
      page,
      values,
      'LEFT JOIN enrollment_steps d ON d.enrollment_id = p.id AND d.visit = p.sub',
    );
  },
  present: (row, locale) => {
    const record = {
      visit: row.sub,
      step: String(row.t4),
      type: String(row.t5),
      at: row.at,
      code: String(row.t6),
      detail: typeof row.t7 === 'string' ? (JSON.parse(row.t7) as JsonObject) : undefined,
    };
    const { visit, step, type, code, detail = null } = record;
    const words = explainRecord(record, locale, steps.types());
    return entryOf(row, STEP, { visit, step, type, code, detail, words });
  },
});

interface PassageSelection {
  readonly name: string;
  readonly at: string;
  readonly where: readonly Condition[];
  readonly values: readonly string[];
}

function passages(
  request: SourceRequest,
  { name, at, where, values }: PassageSelection,
): SqlText | undefined {
  if (!isWanted(request, name)) return undefined;
  const { sql, customerId, filter } = request;
  const page = selectRows(request, {
    at,
    id: 'e.id',
    values: ['e.journey_id', 'e.version_id', ...values],
    from: `enrollments e${sql.byIndex('ix_enrollments_customer')}`,
    where: [{ text: 'e.customer_id = ?', parameters: [customerId] }, ...where, ...within(at, filter)],
  });
  return withKeys(page, ['j.item_key', 'v.number', 'p.id', 'p.t3'], '');
}

/** Journeys have no layer and no channel. */
function isWanted({ filter }: SourceRequest, name: string): boolean {
  return admits(filter.kinds, 'journey') && !filter.layers && !filter.channels && admitsName(filter, name);
}

/** Names journeys by their keys, for the rows of the page alone. */
function withKeys(page: SqlText, values: readonly string[], join: string): SqlText {
  const columns = valueColumns(values);
  return {
    text:
      `SELECT p.source AS source, p.at AS at, p.id AS id, p.sub AS sub, ${columns} FROM (${page.text}) p ${join} ` +
      'LEFT JOIN content_items j ON j.id = p.t1 LEFT JOIN content_versions v ON v.id = p.t2',
    parameters: page.parameters,
  };
}

function entryOf(row: TimelineRow, name: string, details: JsonObject): TimelineEntry {
  const [, word = ''] = name.split('.');
  return {
    id: `journey-${String(row.id)}-${word}${row.sub === 0 ? '' : `-${String(row.sub)}`}`,
    kind: 'journey',
    name,
    layer: null,
    channel: null,
    touchpoint: null,
    device: null,
    department: null,
    details: {
      journey: row.t1 === null ? null : String(row.t1),
      version: row.t2 === null ? null : Number(row.t2),
      enrollmentId: String(row.t3),
      ...details,
    },
  };
}
