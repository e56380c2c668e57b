import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, Scope, Tag } from '@parcours/http';

import { INVENTORY_SAMPLE, TraitInventory } from './trait-inventory.service.js';

const INVENTORY_SCHEMA = {
  title: 'Trait inventory',
  description: 'Which traits customers have, as a sample shows it.',
  type: 'object',
  required: ['sample', 'traits'],
  properties: {
    sample: { type: 'integer', description: 'How many customers were looked at.', examples: [1000] },
    traits: {
      type: 'array',
      description: 'By name; those that are declared and nobody has, too.',
      items: {
        type: 'object',
        required: ['trait', 'types', 'share', 'declaration', 'filterable'],
        properties: {
          trait: { type: 'string', description: 'A dotted path.', examples: ['address.city'] },
          types: {
            type: 'object',
            additionalProperties: { type: 'integer' },
            description: 'text, number, boolean, list, object: how many of the sample have such a value.',
            examples: [{ text: 998 }],
          },
          share: { type: 'number', description: 'Share of the sample that has it.', examples: [0.998] },
          declaration: {
            type: ['string', 'null'],
            description: 'The key under /traits; null where nobody has declared it.',
            examples: ['city'],
          },
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

@Tag('Traits')
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
