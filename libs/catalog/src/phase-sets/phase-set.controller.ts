import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, PathParam, Scope } from '@parcours/http';

import { OrphanService } from './orphan.service.js';

const ORPHANS_SCHEMA = {
  title: 'Orphans of a phase set',
  type: 'object',
  properties: {
    phaseSet: { type: 'string', examples: ['lifecycle'] },
    orphans: {
      type: 'array',
      description: 'Empty when publishing the draft would leave nothing behind.',
      items: {
        type: 'object',
        properties: {
          phase: { type: 'string', examples: ['loyalty'], description: 'The phase that the draft lacks.' },
          suggestion: {
            type: ['string', 'null'],
            description: 'The phase of the draft that is named alike.',
          },
          uses: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                type: { type: 'string', examples: ['touchpoints'] },
                key: { type: 'string', examples: ['newsletter'] },
                pointer: { type: 'string', examples: ['/phase'] },
              },
            },
          },
        },
      },
    },
  },
};

@ApiTags('Phase sets')
@Controller('phase-sets')
export class PhaseSetController {
  constructor(private readonly orphans: OrphanService) {}

  @Get(':key/orphans')
  @Scope('phase-sets:read')
  @ApiOperation({
    summary: 'See what a changed phase set would orphan',
    description: 'Everything published that names a phase which the draft no longer has. Changes nothing.',
  })
  @Answers(200, ORPHANS_SCHEMA)
  async list(@PathParam('key') key: string) {
    const orphans = await this.orphans.ofDraft(key);
    const shown = orphans.map(({ suggestion = null, ...orphan }) => ({ ...orphan, suggestion }));
    return { data: { phaseSet: key, orphans: shown } };
  }
}
