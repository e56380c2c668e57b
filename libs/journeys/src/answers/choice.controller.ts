import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PathParam, Public } from '@parcours/http';
import { resolveText } from '@parcours/kernel';
import {
  invalidPage,
  languageIn,
  queryOf,
  questionPage,
  type QuestionView,
  redirectToPage,
  sendPage,
} from '@parcours/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AnswerService } from './answer.service.js';
import { ANSWER_WORDS } from './answer-words.js';
import { type AskedVisit, AskedVisits } from './asked-visits.service.js';

type ChoiceVisit = AskedVisit & { readonly question: { readonly type: 'choice' } };

const GONE = 410;

/** Where the link of an option leads. Only the button chooses: mail scanners follow links. */
@ApiExcludeController()
@Controller()
@Public()
export class ChoiceController {
  constructor(
    private readonly visits: AskedVisits,
    private readonly answers: AnswerService,
  ) {}

  @Get('c/:token')
  async show(@PathParam('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.read(token, 'choice', languageIn(request));
    if (!visit) return sendPage(reply.code(404), invalidPage());
    const isClosed = !visit.answer && !visit.isOpen;
    const view = viewOf(visit, queryOf(request)['told'] === 'chosen');
    return sendPage(isClosed ? reply.code(GONE) : reply, questionPage(view));
  }

  /** Answers with the way to the page, which tells what is chosen: this option, or another one before. */
  @Post('c/:token')
  async choose(
    @PathParam('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.read(token, 'choice', languageIn(request));
    const option = visit?.asked.option;
    if (!visit || option === undefined) return sendPage(reply.code(404), invalidPage());
    const isNew = !visit.answer && visit.isOpen && (await this.answers.choose(visit, option));
    return redirectToPage(reply, request, isNew ? 'chosen' : undefined);
  }
}

function viewOf(visit: ChoiceVisit, isTold: boolean): QuestionView {
  const { language, sender, answer, isOpen, asked } = visit;
  const words = ANSWER_WORDS[language];
  const frame = { language, sender, preferencesPath: undefined };
  if (answer) {
    const chosen = labelOf(visit, answer.choice ?? '');
    const text = isTold ? words.chosen(chosen) : words.chosenBefore(chosen);
    return { ...frame, title: words.chosenTitle, text, button: undefined, isDone: true };
  }
  if (!isOpen) {
    return { ...frame, title: words.closedTitle, text: words.closed, button: undefined, isDone: false };
  }
  const text = words.choiceText(labelOf(visit, asked.option ?? ''));
  return { ...frame, title: words.choiceTitle, text, button: words.choose, isDone: false };
}

function labelOf({ question, language }: ChoiceVisit, key: string): string {
  const option = question.options.find((each) => each.key === key);
  return option ? resolveText(option.label, language) : key;
}
