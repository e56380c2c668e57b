import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, DraftService, KEY_PARAM, PublishedContent } from '@parcours/content';
import { Answers, type JsonSchema, PathParam, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';
import { Connections, CONNECTOR_TYPE, MessagingErrors } from '@parcours/messaging';
import { PluginHost, RECORD_KINDS } from '@parcours/plugin-host';
import type { RecordKind } from '@parcours/sdk';

import { CrmErrors } from '../crm.errors.js';
import { SourceCounts } from '../sources/source-counts.store.js';
import { CRM_FIELD_SCHEMA, SOURCE_COUNT_SCHEMA } from './crm-sync.schema.js';

const KIND_QUERY: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kind: {
      type: 'string',
      enum: RECORD_KINDS,
      default: 'person',
      description: 'Of which kind of record.',
      examples: ['person'],
    },
  },
};

@Tag('Connectors')
@Controller('connectors/:key')
export class ConnectorRecordsController {
  constructor(
    private readonly drafts: DraftService,
    private readonly content: PublishedContent,
    private readonly connections: Connections,
    private readonly counts: SourceCounts,
    private readonly plugins: PluginHost,
  ) {}

  @Get('fields')
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'List the fields of a CRM',
    description:
      'What the mapping of a sync may name, asked of the CRM this moment. All on one page; none where the connector keeps no records.',
  })
  @Refuses(ContentErrors.notFound, MessagingErrors.connectorNotPublished, CrmErrors.unavailable)
  @Answers(200, CRM_FIELD_SCHEMA, 'list')
  async fields(
    @PathParam('key', KEY_PARAM) key: string,
    @QueryParams(KIND_QUERY) { kind = 'person' }: { kind?: RecordKind },
  ) {
    const { type } = await this.require(key);
    const keepsRecords = this.plugins.connectorTypes().some((known) => known.type === type && known.records);
    if (!keepsRecords) return { data: [], page: { next: null, limit: 0 } };
    const opened = await this.connections.crm(key);
    const answer = opened.status === 'done' ? await opened.value.calls.fields(kind) : opened;
    if (answer.status === 'failed') {
      throw CrmErrors.unavailable({ connector: key, reason: answer.error.detail });
    }
    const data = answer.value.map(({ choices = null, ...field }) => ({ ...field, choices }));
    return { data, page: { next: null, limit: data.length } };
  }

  @Get('source-events')
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See what a connector has told of customers',
    description: 'How many events came by callbacks, and how many were about nobody.',
  })
  @Refuses(ContentErrors.notFound, MessagingErrors.connectorNotPublished)
  @Answers(200, SOURCE_COUNT_SCHEMA)
  async sourceEvents(@PathParam('key', KEY_PARAM) key: string) {
    const { taken, unmatched, lastAt, unmatchedAt } = await this.counts.find(
      (await this.require(key)).connectorId,
    );
    return { data: { taken, unmatched, lastAt: instant(lastAt), unmatchedAt: instant(unmatchedAt) } };
  }

  private async require(key: string) {
    await this.drafts.require({ type: CONNECTOR_TYPE.name, key });
    const published = (await this.content.snapshot()).byKey(CONNECTOR_TYPE, key);
    if (!published) throw MessagingErrors.connectorNotPublished({ key });
    return { connectorId: published.itemId, type: published.document.type };
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
