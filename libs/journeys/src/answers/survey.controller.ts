import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FormFields, PathParam, Public } from '@parcours/http';
import { invalidPage, languageIn, queryOf, redirectToPage, sendPage } from '@parcours/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AnswerService } from './answer.service.js';
import { readSurveyForm, scoreIn } from './survey-form.rules.js';
import { surveyEndPage, surveyPage } from './survey-page.js';
import { endOf, SurveyVisits } from './survey-visits.service.js';

const GONE = 410;
const UNPROCESSABLE = 422;

/** Where the link of a survey leads. `?score=` chooses an answer beforehand, and gives none. */
@ApiExcludeController()
@Controller()
@Public()
export class SurveyController {
  constructor(
    private readonly visits: SurveyVisits,
    private readonly answers: AnswerService,
  ) {}

  @Get('s/:token')
  async show(@PathParam('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.read(token, languageIn(request));
    if (!visit) return sendPage(reply.code(404), invalidPage());
    const query = queryOf(request);
    const end = endOf(visit, query['told'] === 'thanks');
    if (end) return sendPage(visit.answer ? reply : reply.code(GONE), surveyEndPage(visit, end));
    const { document: survey } = visit.survey;
    return sendPage(reply, surveyPage({ ...visit, survey, score: scoreIn(survey, query['score']) }));
  }

  @Post('s/:token')
  async answer(
    @PathParam('token') token: string,
    @Body() fields: FormFields | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.read(token, languageIn(request));
    if (!visit) return sendPage(reply.code(404), invalidPage());
    if (endOf(visit, false)) return redirectToPage(reply, request);
    const { key, number, document: survey } = visit.survey;
    const form = readSurveyForm(survey, fields ?? {});
    if ('fault' in form) {
      return sendPage(reply.code(UNPROCESSABLE), surveyPage({ ...visit, survey, ...form }));
    }
    const isNew = await this.answers.answer(visit, { key, version: number, ...form });
    return redirectToPage(reply, request, isNew ? 'thanks' : undefined);
  }
}
