import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import {
  Answers,
  AnswersBare,
  assertNoDefects,
  type JsonSchema,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { isKnownLocale } from '../schema/locale.rules.js';
import { COMPARISON_SCHEMA } from './comparison/comparison.schema.js';
import { JourneyMapService, type MapState } from './journey-map.service.js';
import { drawSheet } from './sheet/sheet.js';
import { sheetPage } from './sheet/sheet-page.js';
import { SHEET_THEMES, type ThemeName } from './sheet/sheet-theme.js';

interface Reading {
  readonly locale?: string;
  readonly state: MapState;
}

interface Drawing extends Reading {
  readonly theme: ThemeName;
}

const READING = {
  locale: {
    type: 'string',
    maxLength: 60,
    description: 'The language of the reader (BCP 47); that of the workspace when left out.',
    examples: ['fr'],
  },
  state: {
    type: 'string',
    enum: ['draft', 'published'],
    default: 'draft',
    description: 'The draft, or what is published.',
  },
};

const DRAWING: JsonSchema = {
  properties: {
    ...READING,
    theme: {
      type: 'string',
      enum: SHEET_THEMES,
      default: 'light',
      description: 'print has no backgrounds.',
    },
  },
};

const KEY = { type: 'string', pattern: KEY_PATTERN };

const COMPARED: JsonSchema = {
  required: ['a', 'b'],
  properties: {
    a: { ...KEY, description: 'The key of one map: how it was, or is.', examples: ['support-today'] },
    b: {
      ...KEY,
      description: 'The key of the other: how it is, or is to be.',
      examples: ['support-tomorrow'],
    },
    ...READING,
  },
};

/** Nothing is loaded from elsewhere, and no script can run. */
const SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

@Tag('Journey maps')
@Controller('journey-maps')
export class JourneyMapController {
  constructor(private readonly maps: JourneyMapService) {}

  @Get('compare')
  @Scope('journey-maps:read')
  @ApiOperation({
    summary: 'Compare two journey maps',
    description:
      'What the second has added, removed and eased, such as the future state against the current one.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, COMPARISON_SCHEMA)
  async compare(@QueryParams(COMPARED) { a, b, ...reading }: Reading & { a: string; b: string }) {
    const compared = await this.maps.compare({ a, b }, this.read(reading));
    const { comparison, ...rest } = compared;
    return { data: { ...rest, ...comparison } };
  }

  @Get(':key/sheet.svg')
  @Scope('journey-maps:read')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('content-security-policy', SECURITY_POLICY)
  @ApiOperation({
    summary: 'Draw a journey map',
    description: 'As a sheet with a curve of emotions, in SVG.',
  })
  @Refuses(ContentErrors.notFound)
  @AnswersBare('image/svg+xml', { description: 'The drawing.', type: 'string' })
  async svg(@PathParam('key', KEY_PARAM) key: string, @QueryParams(DRAWING) { theme, ...reading }: Drawing) {
    const view = await this.maps.view({ key, ...this.read(reading) });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${drawSheet(view, theme).source}\n`;
  }

  @Get(':key/sheet.html')
  @Scope('journey-maps:read')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', SECURITY_POLICY)
  @ApiOperation({
    summary: 'Show a journey map as a page',
    description: 'The drawing, ready for one sheet of paper (A3, landscape), and the same as a table.',
  })
  @Refuses(ContentErrors.notFound)
  @AnswersBare('text/html', { description: 'The page.', type: 'string' })
  async html(@PathParam('key', KEY_PARAM) key: string, @QueryParams(DRAWING) { theme, ...reading }: Drawing) {
    return sheetPage(await this.maps.view({ key, ...this.read(reading) }), theme);
  }

  private read({ locale, state }: Reading) {
    if (locale !== undefined && !isKnownLocale(locale)) {
      const detail = `'${locale}' is not a language tag (BCP 47) that is in use.`;
      assertNoDefects([{ pointer: '/locale', code: 'schema.format', detail }], 'query string');
    }
    return { locale, state };
  }
}
