import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  admits,
  admitsName,
  selectRows,
  type SourceRequest,
  type SqlText,
  type TimelineEntry,
  type TimelineRow,
  type TimelineSource,
  TimelineSources,
  within,
} from '@parcours/events';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import { callStatus, OUTSIDE_CALL_STATUSES } from './outside-call.js';
import { systemOf } from './outside-call.rules.js';

const RANK = 35;

/** Calls to other systems about a customer, at the moment at which a step asked for them. */
@Injectable()
export class OutsideCallTimeline implements TimelineSource, OnModuleInit {
  readonly rank = RANK;
  readonly kinds = ['call'] as const;

  constructor(private readonly sources: TimelineSources) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  select(request: SourceRequest): SqlText | undefined {
    const { sql, customerId, filter } = request;
    const statuses = OUTSIDE_CALL_STATUSES.filter((status) => admitsName(filter, nameOf(status)));
    const isWanted =
      admits(filter.kinds, 'call') && !filter.layers && !filter.channels && statuses.length > 0;
    if (!isWanted) return undefined;
    return selectRows(request, {
      at: 'o.created_at',
      id: 'o.id',
      values: [
        'o.enrollment_id',
        'o.step',
        'o.target',
        'o.status',
        'o.failure',
        'o.finished_at',
        'j.item_key',
        'o.owner',
        'o.outcome',
        'o.completed_at',
      ],
      from:
        `outside_calls o${sql.byIndex('ix_outside_calls_customer')} ` +
        'LEFT JOIN enrollments e ON e.id = o.enrollment_id LEFT JOIN content_items j ON j.id = e.journey_id',
      where: [
        { text: 'o.customer_id = ?', parameters: [customerId] },
        { text: 'o.status IN (?)', parameters: [statuses.map(callStatus)] },
        ...within('o.created_at', filter),
      ],
    });
  }

  present(row: TimelineRow): TimelineEntry {
    const status = OUTSIDE_CALL_STATUSES[Number(row.t4)] ?? 'queued';
    const details: JsonObject = {
      enrollmentId: String(row.t1),
      journey: row.t7 === null ? null : String(row.t7),
      step: String(row.t2),
      ...systemOf({ target: String(row.t3) }),
      status,
      failure: typeof row.t5 === 'string' ? (JSON.parse(row.t5) as JsonObject) : null,
      finishedAt: row.t6 === null ? null : formatInstant(Number(row.t6)),
      owner: row.t8,
      outcome: row.t9,
      completedAt: row.t10 === null ? null : formatInstant(Number(row.t10)),
    };
    return {
      id: `call-${String(row.id)}`,
      kind: 'call',
      name: nameOf(status),
      layer: null,
      channel: null,
      touchpoint: null,
      device: null,
      department: null,
      details,
    };
  }
}

/** The name that an entry has by its status. */
function nameOf(status: (typeof OUTSIDE_CALL_STATUSES)[number]): string {
  return `call.${status}`;
}
