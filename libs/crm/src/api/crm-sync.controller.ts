import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM, NO_MEMBERS_SCHEMA } from '@parcours/content';
import { Answers, CurrentActor, Idempotent, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { type Actor, formatInstant, type JsonObject } from '@parcours/kernel';

import { CrmErrors } from '../crm.errors.js';
import type { SyncIssue } from '../state/issue.store.js';
import { NO_COUNTS, type SyncState } from '../state/sync.store.js';
import { SYNC_STATUS_SCHEMA } from './crm-sync.schema.js';
import { SyncDesk } from './sync-desk.service.js';
import type { SyncOrder } from './sync-orders.service.js';
import type { SyncStatus } from './sync-statuses.service.js';

@Tag('CRM syncs')
@Controller('crm-syncs/:key')
export class CrmSyncController {
  constructor(private readonly desk: SyncDesk) {}

  @Get('status')
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See how a CRM sync stands',
    description: 'How far the first load is, what came of it since, and which records are not in step.',
  })
  @Refuses(ContentErrors.notFound, CrmErrors.notPublished)
  @Answers(200, SYNC_STATUS_SCHEMA)
  async status(@PathParam('key', KEY_PARAM) key: string) {
    return { data: present(await this.desk.status(key)) };
  }

  @Post('run')
  @HttpCode(200)
  @Scope('connectors:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Compare with the CRM now',
    description: 'Does not wait for its time. One that is at work begins anew when it is done.',
  })
  @Refuses(ContentErrors.notFound, CrmErrors.notPublished)
  @Answers(200, SYNC_STATUS_SCHEMA)
  run(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
    @CurrentActor() by: Actor,
  ) {
    return this.order(key, 'run', by);
  }

  @Post('resync')
  @HttpCode(200)
  @Scope('connectors:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Read everything of the CRM anew',
    description: 'From the very beginning. What is in step stays as it is, and no event is told twice.',
  })
  @Refuses(ContentErrors.notFound, CrmErrors.notPublished)
  @Answers(200, SYNC_STATUS_SCHEMA)
  resync(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
    @CurrentActor() by: Actor,
  ) {
    return this.order(key, 'resync', by);
  }

  @Post('pause')
  @HttpCode(200)
  @Scope('connectors:write')
  @Idempotent()
  @ApiOperation({ summary: 'Pause a CRM sync', description: 'At the next page. It goes on where it was.' })
  @Refuses(ContentErrors.notFound, CrmErrors.notPublished)
  @Answers(200, SYNC_STATUS_SCHEMA)
  pause(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
    @CurrentActor() by: Actor,
  ) {
    return this.order(key, 'pause', by);
  }

  @Post('resume')
  @HttpCode(200)
  @Scope('connectors:write')
  @Idempotent()
  @ApiOperation({ summary: 'Go on with a CRM sync', description: 'At once, where it was.' })
  @Refuses(ContentErrors.notFound, CrmErrors.notPublished)
  @Answers(200, SYNC_STATUS_SCHEMA)
  resume(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
    @CurrentActor() by: Actor,
  ) {
    return this.order(key, 'resume', by);
  }

  private async order(key: string, order: SyncOrder, by: Actor) {
    return { data: present(await this.desk.order(key, order, by)) };
  }
}

function present({ state, links, issues, now }: SyncStatus) {
  const { since, lastRunAt, kinds, counts, failure } = state.progress;
  const { linked, gone, erased } = links;
  return {
    state: stateOf(state, now),
    since: formatInstant(since),
    lastRunAt: instant(lastRunAt),
    nextRunAt: state.pausedAt === null ? instant(Math.max(state.nextAt, since)) : null,
    kinds: Object.entries(kinds).map(([kind, { isLoaded, read, total = null, cursor = null }]) => ({
      ...{ kind, isLoaded, read, total, cursor },
    })),
    // What is counted today was not counted yet by a sync of long ago.
    counts: { ...NO_COUNTS, ...counts },
    links: { linked, gone, erased },
    failure: failure ? { ...failure, at: formatInstant(failure.at) } : null,
    issues: { count: issues.count, latest: issues.latest.map(presentIssue) },
  };
}

function stateOf({ pausedAt, claimedUntil, progress: { failure, run } }: SyncState, now: number) {
  if (pausedAt !== null) return 'paused';
  if (failure) return 'failing';
  return claimedUntil > now || run ? 'running' : 'waiting';
}

function presentIssue({ subject, customerKey, code, detail, at }: SyncIssue) {
  return { subject, customerId: customerKey, code, detail, at: formatInstant(at) };
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}
