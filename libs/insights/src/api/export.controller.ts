import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM, NO_MEMBERS_SCHEMA } from '@parcours/content';
import { Answers, CurrentActor, Idempotent, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { type Actor, Clock, formatInstant, type JsonObject } from '@parcours/kernel';
import { MessagingErrors } from '@parcours/messaging';

import { InsightErrors } from '../insights.errors.js';
import type { ExportState } from '../state/export.store.js';
import { ExportDesk, ExportShelf, type ExportStatus } from './export-desk.service.js';
import { EXPORT_STATUS_SCHEMA } from './export.schema.js';

@Tag('Connectors')
@Controller('connectors/:key/exports')
export class ExportController {
  constructor(
    private readonly shelf: ExportShelf,
    private readonly desk: ExportDesk,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See how an export stands',
    description: 'How far each stream is, and what the warehouse said last.',
  })
  @Refuses(ContentErrors.notFound, MessagingErrors.connectorNotPublished, InsightErrors.notAnExporter)
  @Answers(200, EXPORT_STATUS_SCHEMA)
  async status(@PathParam('key', KEY_PARAM) key: string) {
    return { data: this.present(await this.shelf.status(key)) };
  }

  @Post('restart')
  @HttpCode(200)
  @Scope('connectors:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Export everything anew',
    description:
      'From the very beginning, every stream. Rows keep their ids, so that they replace what is there.',
  })
  @Refuses(ContentErrors.notFound, MessagingErrors.connectorNotPublished, InsightErrors.notAnExporter)
  @Answers(200, EXPORT_STATUS_SCHEMA)
  async restart(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
    @CurrentActor() by: Actor,
  ) {
    return { data: this.present(await this.desk.restart(key, by)) };
  }

  private present({ exporter, state }: ExportStatus) {
    const { streams, failure } = state.progress;
    return {
      state: stateOf(state, this.clock.now()),
      nextAt: formatInstant(state.nextAt),
      streams: exporter.exports.map((stream) => {
        const { rows = 0, upTo, lastAt } = streams[stream] ?? {};
        return { stream, rows, upTo: instant(upTo), lastAt: instant(lastAt) };
      }),
      failure: failure ? { ...failure, stream: failure.stream ?? null, at: formatInstant(failure.at) } : null,
    };
  }
}

function stateOf({ claimedUntil, progress: { failure } }: ExportState, now: number) {
  if (failure) return 'failing';
  return claimedUntil > now ? 'running' : 'waiting';
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}
