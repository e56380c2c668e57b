import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PathParam, Public } from '@parcours/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { sendPage } from '../preferences/page-reply.js';
import { invalidPage } from '../preferences/preference-page.js';
import { FollowedLinks } from '../short-links/followed-link.service.js';
import { Readings } from './reading.service.js';
import { TrackingTokens } from './tracking-tokens.service.js';

/** One transparent point. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const UNKEPT = {
  'cache-control': 'no-store, max-age=0',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
};

const CLICK_PATH = '/t/c/';

/** Where messages lead by way of us. */
@ApiExcludeController()
@Controller()
@Public()
export class TrackingController {
  constructor(
    private readonly tokens: TrackingTokens,
    private readonly readings: Readings,
    private readonly shortLinks: FollowedLinks,
  ) {}

  @Get('t/o/:file')
  async open(@PathParam('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opening = this.tokens.opening(file.replace(/\.gif$/, ''));
    if (opening) await this.readings.opened(opening, request);
    return reply
      .code(opening ? 200 : 404)
      .headers({ ...UNKEPT, 'content-type': 'image/gif' })
      .send(PIXEL);
  }

  /** A token holds a whole address and is longer than parameters of a path are: the rest of the path is read. */
  @Get('t/c/*')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [path = ''] = request.url.split('?');
    const link = this.tokens.click(path.slice(path.indexOf(CLICK_PATH) + CLICK_PATH.length));
    if (!link) return sendPage(reply.code(404), invalidPage());
    await this.readings.clicked(link, request);
    return reply.headers(UNKEPT).redirect(link.url, 302);
  }

  /** As the above, from a text that has no room for a token. */
  @Get('l/:code')
  async followShort(
    @PathParam('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const link = await this.shortLinks.of(code);
    if (!link) return sendPage(reply.code(404), invalidPage());
    await this.readings.clicked(link, request);
    return reply.headers(UNKEPT).redirect(link.url, 302);
  }
}
