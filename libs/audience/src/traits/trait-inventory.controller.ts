import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Scope } from '@parcours/http';

import { INVENTORY_SAMPLE, TraitInventory } from './trait-inventory.service.js';

const INVENTORY_SCHEMA = {
  type: 'object',
  properties: {
    sample: { type: 'integer', description: 'How many customers were looked at.' },
    traits: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          trait: { type: 'string', description: 'A dotted path.' },
          types: {
            type: 'object',
            additionalProperties: { type: 'integer' },
            description: 'text, number, boolean, list, object: how many of the sample have such a value.',
          },
          share: { type: 'number', description: 'Share of the sample that has it.' },
          declaration: { type: ['string', 'null'], description: 'The key under /traits.' },
          filterable: { type: 'boolean', description: 'Customers can be listed by it.' },
        },
      },
    },
  },
  examples: [
    {
      sample: 1000,
      traits: [{ trait: 'plan', types: { text: 998 }, share: 0.998, declaration: 'plan', filterable: true }],
    },
  ],
};

@ApiTags('Traits')
@Controller('trait-inventory')
export class TraitInventoryController {
  constructor(private readonly inventory: TraitInventory) {}

  @Get()
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List the traits that customers have',
    description: `Inferred from the ${String(INVENTORY_SAMPLE)} customers who came last, beside those that are declared.`,
  })
  @Answers(200, INVENTORY_SCHEMA)
  async list() {
    return { data: await this.inventory.take() };
  }
}
