import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { Answers, PathParam, Refuses, Scope, Tag } from '@parcours/http';

import { OrphanService } from './orphan.service.js';

const ORPHANS_SCHEMA = {
  title: 'Orphans of a phase set',
  description: 'What a publish of the draft would leave without its phase.',
  type: 'object',
  required: ['phaseSet', 'orphans'],
  properties: {
    phaseSet: { type: 'string', description: 'The key of the phase set.', examples: ['lifecycle'] },
    orphans: {
      type: 'array',
      description: 'Empty when publishing the draft would leave nothing behind.',
      items: {
        type: 'object',
        required: ['phase', 'suggestion', 'uses'],
        properties: {
          phase: { type: 'string', examples: ['loyalty'], description: 'The phase that the draft lacks.' },
          suggestion: {
            type: ['string', 'null'],
            description: 'The phase of the draft that is named alike.',
            examples: ['retention'],
          },
          uses: {
            type: 'array',
            description: 'Where it is named.',
            items: {
              type: 'object',
              required: ['type', 'key', 'pointer'],
              properties: {
                type: { type: 'string', description: 'The content type.', examples: ['touchpoints'] },
                key: { type: 'string', description: 'The key of the thing.', examples: ['newsletter'] },
                pointer: {
                  type: 'string',
                  description: 'JSON pointer to the place in it.',
                  examples: ['/phase'],
                },
              },
            },
          },
        },
      },
    },
  },
};

@Tag('Phase sets')
@Controller('phase-sets')
export class PhaseSetController {
  constructor(private readonly orphans: OrphanService) {}

  @Get(':key/orphans')
  @Scope('phase-sets:read')
  @ApiOperation({
    summary: 'See what a changed phase set would orphan',
    description: 'Everything published that names a phase which the draft no longer has. Changes nothing.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, ORPHANS_SCHEMA)
  async list(@PathParam('key', KEY_PARAM) key: string) {
    const orphans = await this.orphans.ofDraft(key);
    const shown = orphans.map(({ suggestion = null, ...orphan }) => ({ ...orphan, suggestion }));
    return { data: { phaseSet: key, orphans: shown } };
  }
}
