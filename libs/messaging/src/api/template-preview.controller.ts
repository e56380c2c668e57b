import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { Answers, CurrentActor, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { MessagingErrors } from '../messaging.errors.js';
import {
  type PreviewedChannel,
  type PreviewOrder,
  TemplatePreviews,
} from '../previews/template-preview.service.js';
import { type TestOrder, TestSending } from '../previews/test-sending.service.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import {
  PREVIEW_ORDER_SCHEMA,
  PREVIEW_SCHEMA,
  TEST_ORDER_SCHEMA,
  TEST_SCHEMA,
} from './template-preview.schema.js';

@Tag(MESSAGE_TEMPLATE_TYPE.title)
@Controller(MESSAGE_TEMPLATE_TYPE.name)
export class TemplatePreviewController {
  constructor(
    private readonly previews: TemplatePreviews,
    private readonly tests: TestSending,
  ) {}

  @Post(':key/preview')
  @HttpCode(200)
  @Scope(`${MESSAGE_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Preview a message template',
    description:
      'Writes it for a customer, or with sample data, on every channel that it has. Nothing is sent or kept. What it needs and nobody gives stands as ‹name›.',
  })
  @Refuses(ContentErrors.notFound, ContentErrors.notPublishable, MessagingErrors.previewCustomerUnknown)
  @Answers(200, PREVIEW_SCHEMA)
  async preview(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(PREVIEW_ORDER_SCHEMA) order: PreviewOrder,
  ) {
    const { locale, brand = null, channels, variables, findings } = await this.previews.write(key, order);
    return { data: { locale, brand, channels: channels.map(present), variables, findings } };
  }

  @Post(':key/send-test')
  @HttpCode(200)
  @Scope(`${MESSAGE_TEMPLATE_TYPE.scopes}:write`)
  @ApiOperation({
    summary: 'Send a message template as a test',
    description:
      'To an address of your own, through a connector. Its subject, title or first line begins with [Test]; an email has the header X-Parcours-Test. It belongs to no customer, counts for no cap, and is written into the audit log without the address. At most 20 a minute.',
  })
  @Refuses(
    ContentErrors.notFound,
    ContentErrors.notPublishable,
    MessagingErrors.previewCustomerUnknown,
    MessagingErrors.connectorUnfit,
    MessagingErrors.testAddressSuppressed,
    MessagingErrors.testNotWritten,
    MessagingErrors.tooManyTests,
  )
  @Answers(200, TEST_SCHEMA)
  async sendTest(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(TEST_ORDER_SCHEMA) order: TestOrder,
    @CurrentActor() by: Actor,
  ) {
    const { id, to, result } = await this.tests.send(key, order, by);
    if (result.status === 'sent') {
      return { data: { id, to, status: 'sent', providerId: result.providerId ?? null, failure: null } };
    }
    const { code, detail } = result.error;
    return { data: { id, to, status: 'failed', providerId: null, failure: { code, detail } } };
  }
}

function present({ channel, to, from, content, failure }: PreviewedChannel) {
  return {
    channel: channel.name,
    to: to ?? null,
    from: from ?? null,
    content: content ?? null,
    text: content ? channel.words(content).text : null,
    bytes: content ? bytesOf(content) : null,
    segments: content && 'segments' in content ? content.segments : null,
    failure: failure ?? null,
  };
}

function bytesOf(content: object): number {
  return Object.values(content)
    .filter((part: unknown) => typeof part === 'string')
    .reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}
