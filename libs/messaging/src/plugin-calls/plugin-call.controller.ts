import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, DraftService, KEY_PARAM } from '@parcours/content';
import { Answers, PathParam, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import { PluginErrors } from '@parcours/plugin-host';

import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { PluginCatalogue } from '../plugins/plugin-catalogue.service.js';
import { PLUGIN_ID } from '../plugins/plugin.schema.js';
import { PluginCallLog } from './plugin-call-log.service.js';
import { CALLS_QUERY, PLUGIN_CALLS_SCHEMA } from './plugin-call.schema.js';
import type { PluginCalls } from './plugin-call.store.js';

const DAY_HOURS = 24;

interface HoursAsked {
  readonly hours?: number;
}

@Tag('Connectors')
@Controller('connectors')
export class ConnectorCallController {
  constructor(
    private readonly log: PluginCallLog,
    private readonly drafts: DraftService,
  ) {}

  @Get(':key/calls')
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See how the calls of a connector went',
    description:
      'How many, how long they took and how they ended, by what was asked of it; of all processes.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, PLUGIN_CALLS_SCHEMA, 'list')
  async list(
    @PathParam('key', KEY_PARAM) key: string,
    @QueryParams(CALLS_QUERY) { hours = DAY_HOURS }: HoursAsked,
  ) {
    await this.drafts.require({ type: CONNECTOR_TYPE.name, key });
    return answerOf(await this.log.read({ by: 'name', value: key, hours }));
  }
}

@Tag('Plugins')
@Controller('plugins')
export class PluginCallController {
  constructor(
    private readonly log: PluginCallLog,
    private readonly plugins: PluginCatalogue,
  ) {}

  @Get(':id/calls')
  @Scope('plugins:read')
  @ApiOperation({
    summary: 'See how the calls into a plugin went',
    description: 'By connector and type of step: how many, how long they took and how they ended.',
  })
  @Refuses(PluginErrors.notFound)
  @Answers(200, PLUGIN_CALLS_SCHEMA, 'list')
  async list(
    @PathParam('id', PLUGIN_ID) id: string,
    @QueryParams(CALLS_QUERY) { hours = DAY_HOURS }: HoursAsked,
  ) {
    await this.plugins.get(id);
    return answerOf(await this.log.read({ by: 'plugin', value: id, hours }));
  }
}

/** All of them on one page. */
function answerOf(calls: readonly PluginCalls[]) {
  const data = calls.map(present);
  return { data, page: { next: null, limit: data.length } };
}

function present({ totalUs, within10ms, within100ms, within1s, within10s, ...counted }: PluginCalls) {
  return {
    ...counted,
    meanMs: Math.round(totalUs / counted.calls) / 1_000,
    durations: { within10ms, within100ms, within1s, within10s },
  };
}
