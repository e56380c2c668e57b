import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConsentProof } from '@parcours/audience';
import { type FormFields, PathParam, Public } from '@parcours/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { languageIn, queryOf, redirectToPage, sendPage } from './page-reply.js';
import { invalidPage, preferencePage, questionPage, type Told } from './preference-page.js';
import { LinkVisits, PreferenceService, type Visit } from './preference.service.js';

const TOLD: readonly Told[] = ['saved', 'unchanged', 'stopped'];

const LONGEST_AGENT = 500;

/** Pages for customers, who have nothing but a link. */
@ApiExcludeController()
@Controller()
@Public()
export class PreferenceController {
  constructor(
    private readonly visits: LinkVisits,
    private readonly preferences: PreferenceService,
  ) {}

  @Get('p/:token')
  async show(@PathParam('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.read(token, languageIn(request));
    if (visit?.link.purpose === 'confirm') {
      return sendPage(reply, questionPage(this.preferences.confirmation(visit)));
    }
    if (visit?.link.purpose !== 'preferences') return sendPage(reply.code(404), invalidPage());
    const told = TOLD.find((known) => known === queryOf(request)['told']);
    return sendPage(reply, preferencePage(this.preferences.view(visit, told)));
  }

  /** Answers with the way to the page, so that loading it again sends nothing again. */
  @Post('p/:token')
  async save(
    @PathParam('token') token: string,
    @Body() fields: FormFields | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.read(token, languageIn(request));
    if (visit?.link.purpose === 'confirm') {
      await this.preferences.confirm(visit, proofOf(request, '/p/'));
      return redirectToPage(reply, request);
    }
    if (visit?.link.purpose !== 'preferences') return sendPage(reply.code(404), invalidPage());
    const told = await this.preferences.save(visit, fields ?? {}, proofOf(request, '/p/'));
    return redirectToPage(reply, request, told);
  }

  @Get('t/u/:token')
  async ask(@PathParam('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.leaver(token, request);
    if (!visit) return sendPage(reply.code(404), invalidPage());
    return sendPage(reply, questionPage(this.preferences.leaving(visit)));
  }

  /** One click of a mail client (RFC 8058), or the button of the page above. */
  @Post('t/u/:token')
  @HttpCode(200)
  async leave(@PathParam('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.leaver(token, request);
    if (!visit) return sendPage(reply.code(404), invalidPage());
    await this.preferences.leave(visit, proofOf(request, '/t/u/'));
    return sendPage(reply, questionPage(this.preferences.left(visit)));
  }

  private async leaver(token: string, request: FastifyRequest): Promise<Visit | undefined> {
    const visit = await this.visits.read(token, languageIn(request));
    return visit?.link.purpose === 'unsubscribe' ? visit : undefined;
  }
}

function proofOf({ ip, headers }: FastifyRequest, url: string): ConsentProof {
  const userAgent = headers['user-agent']?.slice(0, LONGEST_AGENT);
  return { address: ip, url, ...(userAgent !== undefined && { userAgent }) };
}
