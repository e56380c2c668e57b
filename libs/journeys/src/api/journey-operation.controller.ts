import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, NO_MEMBERS_SCHEMA } from '@parcours/content';
import { Answers, CurrentActor, Idempotent, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { JourneyLookup } from '../operations/journey-lookup.store.js';
import { MigrationPreview } from '../operations/migration.service.js';
import { OperationService } from '../operations/operation.service.js';
import { JourneyPauses } from '../pauses/journey-pause.service.js';
import type { InFlight } from '../pauses/journey-pause.store.js';
import { presentMigration, presentOperation, presentPause } from './operation.presenter.js';
import {
  JOURNEY_KEY,
  JOURNEY_PAUSE_SCHEMA,
  MIGRATION_PREVIEW_SCHEMA,
  OPERATION_SCHEMA,
  PAUSE_JOURNEY_SCHEMA,
  REASON_SCHEMA,
} from './operation.schema.js';

@Tag('Journeys', 'Published journeys, at work.')
@Controller()
export class JourneyOperationController {
  constructor(
    private readonly journeys: JourneyLookup,
    private readonly pauses: JourneyPauses,
    private readonly operations: OperationService,
    private readonly migrations: MigrationPreview,
  ) {}

  @Get('journeys/:key/pause')
  @Scope('journeys:read')
  @ApiOperation({
    summary: 'Read whether a journey is paused',
    description: 'By whom and why, and what waits for it to go on.',
  })
  @Refuses(JourneyErrors.unknown)
  @Answers(200, JOURNEY_PAUSE_SCHEMA)
  async get(@PathParam('key', JOURNEY_KEY) key: string) {
    return { data: presentPause(key, await this.pauses.view(await this.journeys.require(key))) };
  }

  @Post('journeys/:key/pause')
  @HttpCode(200)
  @Scope('journeys:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Pause a journey',
    description:
      'Nobody enters, and nobody takes a step: workers know with their next batch. What happens to those under way is kept for them. Messages that are queued already go out; pause those with POST /pauses.',
  })
  @Refuses(JourneyErrors.unknown)
  @Answers(200, JOURNEY_PAUSE_SCHEMA)
  async pause(
    @PathParam('key', JOURNEY_KEY) key: string,
    @JsonBody(PAUSE_JOURNEY_SCHEMA) { inFlight = 'hold', reason }: { inFlight?: InFlight; reason: string },
    @CurrentActor() by: Actor,
  ) {
    const journey = await this.journeys.require(key);
    return { data: presentPause(key, await this.pauses.pause(journey, { inFlight, reason, by })) };
  }

  @Post('journeys/:key/resume')
  @HttpCode(200)
  @Scope('journeys:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Let a paused journey go on',
    description:
      'Lane by lane: whose time has come goes on, and what came meanwhile is brought first, in its order.',
  })
  @Refuses(JourneyErrors.unknown, JourneyErrors.notPaused)
  @Answers(200, JOURNEY_PAUSE_SCHEMA)
  async resume(
    @PathParam('key', JOURNEY_KEY) key: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    const journey = await this.journeys.require(key);
    return { data: presentPause(key, await this.pauses.resume(journey, { reason, by })) };
  }

  @Post('journeys/:key/migrate')
  @HttpCode(202)
  @Scope('journeys:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Take those under way to the published version',
    description:
      'As publishing with enrollments: migrate does: where the version has a step of the same key and type. Waits keep their due times.',
  })
  @Refuses(JourneyErrors.unknown, JourneyErrors.notPublished)
  @Answers(202, OPERATION_SCHEMA)
  async migrate(
    @PathParam('key', JOURNEY_KEY) key: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    const journey = await this.journeys.require(key);
    const { publishedVersionId: versionId } = journey;
    if (versionId === null) throw JourneyErrors.notPublished({ key });
    const body = { action: 'migrate', versionId } as const;
    return { data: presentOperation(await this.operations.start({ journey, body, reason, by })) };
  }

  @Post('journey-templates/:key/migration-preview')
  @HttpCode(200)
  @Scope('journeys:read')
  @ApiOperation({
    summary: 'Count who would go over to the draft',
    description:
      'How many of those under way would move when it is published, how many stay, and why. Changes nothing.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, MIGRATION_PREVIEW_SCHEMA)
  async preview(@PathParam('key', JOURNEY_KEY) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
    return { data: presentMigration(await this.migrations.ofDraft(key)) };
  }
}
