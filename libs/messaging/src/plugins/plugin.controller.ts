import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, CurrentActor, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';
import { PluginErrors, PluginHost } from '@parcours/plugin-host';

import { PluginCatalogue, type PluginView } from './plugin-catalogue.service.js';
import { CONNECTOR_TYPE_SCHEMA, DISABLE_SCHEMA, PLUGIN_ID, PLUGIN_SCHEMA } from './plugin.schema.js';

@Tag('Plugins', 'What carries messages, acts in other systems, and adds steps to journeys.')
@Controller()
export class PluginController {
  constructor(
    private readonly catalogue: PluginCatalogue,
    private readonly host: PluginHost,
  ) {}

  @Get('plugins')
  @Scope('plugins:read')
  @ApiOperation({
    summary: 'List plugins',
    description: 'All that were found when the process started, on one page; those that failed say why.',
  })
  @Answers(200, PLUGIN_SCHEMA, 'list')
  async list() {
    const data = (await this.catalogue.list()).map(present);
    return { data, page: { next: null, limit: data.length } };
  }

  @Get('plugins/:id')
  @Scope('plugins:read')
  @ApiOperation({ summary: 'Read a plugin', description: 'What it offers, and whether it is switched on.' })
  @Refuses(PluginErrors.notFound)
  @Answers(200, PLUGIN_SCHEMA)
  async get(@PathParam('id', PLUGIN_ID) id: string) {
    return { data: present(await this.catalogue.get(id)) };
  }

  @Post('plugins/:id/disable')
  @HttpCode(200)
  @Scope('plugins:manage')
  @ApiOperation({
    summary: 'Switch a plugin off',
    description:
      'Nothing goes by it any more, in any process, from the next batch on: messages, actions and steps wait, and nothing is lost. One that is off stays off.',
  })
  @Refuses(PluginErrors.notFound)
  @Answers(200, PLUGIN_SCHEMA)
  async disable(
    @PathParam('id', PLUGIN_ID) id: string,
    @JsonBody(DISABLE_SCHEMA) { reason }: { reason?: string },
    @CurrentActor() by: Actor,
  ) {
    return { data: present(await this.catalogue.disable(id, { reason, by })) };
  }

  @Post('plugins/:id/enable')
  @HttpCode(200)
  @Scope('plugins:manage')
  @ApiOperation({
    summary: 'Switch a plugin on again',
    description: 'What waited for it goes out with the next tries. One that is on stays on.',
  })
  @Refuses(PluginErrors.notFound)
  @Answers(200, PLUGIN_SCHEMA)
  async enable(@PathParam('id', PLUGIN_ID) id: string, @CurrentActor() by: Actor) {
    return { data: present(await this.catalogue.enable(id, by)) };
  }

  @Get('connector-types')
  @Scope('plugins:read')
  @ApiOperation({
    summary: 'List connector types',
    description: 'What connectors can be set up, and the schema of their settings. All of them on one page.',
  })
  @Answers(200, CONNECTOR_TYPE_SCHEMA, 'list')
  types() {
    const data = this.host.connectorTypes().map(({ type, plugin, channel = null, ...offered }) => {
      const { summary, configSchema, actions, records = null, events, exports, capabilities } = offered;
      return {
        type,
        plugin,
        channel,
        summary,
        configSchema,
        actions,
        records,
        events,
        exports,
        capabilities,
      };
    });
    return { data, page: { next: null, limit: data.length } };
  }
}

function present({ found, disabled, ...offered }: PluginView) {
  const { id = null, version = null, summary = null, error = null } = found;
  const works = disabled ? 'disabled' : 'enabled';
  return {
    id,
    version,
    summary,
    status: found.status === 'failed' ? 'failed' : works,
    ...offered,
    disabled: disabled
      ? { by: disabled.disabledBy, at: formatInstant(disabled.disabledAt), reason: disabled.reason }
      : null,
    error,
  };
}
