import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { type DiagramTheme, EngineErrors } from '@parcours/engine';
import { AnswersBare, PathParam, QueryParams, Refuses, Scope, setEtag, Tag, Tagged } from '@parcours/http';
import { type Language, LANGUAGES } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { type Diagram, JourneyDiagrams } from '../diagrams/journey-diagrams.service.js';
import { JourneyErrors } from '../journeys.errors.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';

const VERSION = {
  type: 'string',
  pattern: '^(draft|published|[1-9][0-9]{0,8})$',
  default: 'draft',
  description: 'The draft, what is published, or the version of that number.',
};
const LOCALE = {
  type: 'string',
  enum: [...LANGUAGES],
  default: 'en',
  description: 'The language of the words.',
};
const THEME = {
  type: 'string',
  enum: ['light', 'dark', 'auto'],
  default: 'auto',
  description: 'The colours; auto follows the screen of whoever looks.',
};

/** In an answer that a browser opens as a page, nothing may run, whatever the names in it say. */
const NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface OutlineQuery {
  readonly version: string;
  readonly locale: Language;
}

@Tag(JOURNEY_TEMPLATE_TYPE.title)
@Controller(JOURNEY_TEMPLATE_TYPE.name)
export class DiagramController {
  constructor(private readonly diagrams: JourneyDiagrams) {}

  @Get(':key/diagram.svg')
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('content-security-policy', NO_SCRIPTS)
  @ApiOperation({
    summary: 'Draw a journey',
    description: 'A draft that is unfinished is drawn as far as it goes; what is wrong in it is red.',
  })
  @Refuses(
    ContentErrors.notFound,
    ContentErrors.versionNotFound,
    JourneyErrors.notPublished,
    EngineErrors.diagramTooLarge,
  )
  @AnswersBare('image/svg+xml', { description: 'The drawing.', type: 'string' })
  @Tagged()
  async draw(
    @PathParam('key', KEY_PARAM) key: string,
    @QueryParams({ type: 'object', properties: { version: VERSION, locale: LOCALE, theme: THEME } })
    { version, locale, theme }: OutlineQuery & { readonly theme: DiagramTheme },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answer(await this.diagrams.draw({ key, version, language: locale }, theme), reply);
  }

  @Get(':key/diagram.txt')
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({
    summary: 'Read a journey as a list',
    description: 'What the drawing shows, a line a step.',
  })
  @Refuses(ContentErrors.notFound, ContentErrors.versionNotFound, JourneyErrors.notPublished)
  @AnswersBare('text/plain', { description: 'The list.', type: 'string' })
  @Tagged()
  async outline(
    @PathParam('key', KEY_PARAM) key: string,
    @QueryParams({ type: 'object', properties: { version: VERSION, locale: LOCALE } })
    { version, locale }: OutlineQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answer(await this.diagrams.outline({ key, version, language: locale }), reply);
  }
}

function answer({ text, tag }: Diagram, reply: FastifyReply): string {
  setEtag(reply, tag);
  return text;
}
