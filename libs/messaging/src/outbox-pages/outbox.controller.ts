import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import { PathParam, Public } from '@parcours/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { htmlOf, messagePage, nothingPage, outboxPage } from './outbox-page.js';
import { OutboxEntries } from './outbox-entries.service.js';
import { MESSAGE_HEADERS, OUTBOX_HEADERS } from './outbox-style.js';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const LOCAL_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Pages for whoever develops: what would be in the customers' hands. Only where they are switched on, for this machine alone. */
@ApiExcludeController()
@Controller('outbox')
@Public()
export class OutboxController {
  constructor(
    private readonly entries: OutboxEntries,
    private readonly config: ParcoursConfig,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.isOpenTo(request)) return nothing(reply);
    return reply.headers(OUTBOX_HEADERS).send(outboxPage(await this.entries.latest()));
  }

  @Get(':id')
  async show(@PathParam('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const message = this.isOpenTo(request) ? await this.entries.find(id) : undefined;
    return message ? reply.headers(OUTBOX_HEADERS).send(messagePage(message)) : nothing(reply);
  }

  @Get(':id/html')
  async html(@PathParam('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const message = this.isOpenTo(request) ? await this.entries.find(id) : undefined;
    const html = message?.content && htmlOf(message.content);
    return html === undefined ? nothing(reply) : reply.headers(MESSAGE_HEADERS).send(html);
  }

  /** A proxy on this machine would let everybody in: what it adds gives it away. A page elsewhere may rebind its name. */
  private isOpenTo({ headers, socket }: FastifyRequest): boolean {
    if (!this.config.outboxPage) return false;
    const name = (headers.host ?? '').replace(/:\d+$/, '');
    const isProxied = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'].some(
      (each) => each in headers,
    );
    return !isProxied && LOCAL_NAMES.includes(name) && LOCAL_ADDRESSES.includes(socket.remoteAddress ?? '');
  }
}

function nothing(reply: FastifyReply) {
  return reply.code(404).headers(OUTBOX_HEADERS).send(nothingPage());
}
