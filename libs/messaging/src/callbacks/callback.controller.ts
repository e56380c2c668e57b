import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import { AnyQuery, BodyAs, LargeBody, PathParam, Public, rawBodyOf } from '@parcours/http';
import type { CallbackRequest } from '@parcours/sdk';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { queryOf } from '../preferences/page-reply.js';
import { CallbackService } from './callback.service.js';

/** A message that has come back brings itself along. */
const LARGEST_MIB = 10;

/** Where providers tell what has become of messages. */
@ApiExcludeController()
@Controller('hooks')
@Public()
export class CallbackController {
  constructor(
    private readonly callbacks: CallbackService,
    private readonly config: ParcoursConfig,
  ) {}

  /** Some providers ask first whether they have come to the right place. */
  @Get(':connector')
  @AnyQuery()
  async challenge(
    @PathParam('connector') connector: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.take(connector, request, reply);
  }

  @Post(':connector')
  @HttpCode(200)
  @AnyQuery()
  @BodyAs({ isRaw: true })
  @LargeBody({ mib: LARGEST_MIB })
  async receive(
    @PathParam('connector') connector: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.take(connector, request, reply);
  }

  private async take(connector: string, request: FastifyRequest, reply: FastifyReply) {
    const respond = await this.callbacks.receive(connector, this.requestOf(request));
    // What a plugin answers is for its provider, and never a page of ours.
    const headers = {
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    };
    return reply
      .headers({ ...headers, 'content-type': respond?.contentType ?? 'text/plain' })
      .code(200)
      .send(respond?.body ?? '');
  }

  private requestOf(request: FastifyRequest): CallbackRequest {
    const { bytes, contentType } = rawBodyOf(request);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...request.headers, 'content-type': contentType })) {
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    const query: Record<string, string> = {};
    for (const [name, value] of Object.entries(queryOf(request))) {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      if (typeof last === 'string') query[name] = last;
    }
    const { publicUrl = `${request.protocol}://${request.host}` } = this.config.http;
    return {
      method: request.method === 'POST' ? 'POST' : 'GET',
      url: publicUrl + request.url,
      headers,
      query,
      rawBody: bytes,
    };
  }
}
