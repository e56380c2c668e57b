import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  CreatesMissing,
  CurrentActor,
  JsonBody,
  type JsonSchema,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { type Actor, formatInstant, KEY_PATTERN } from '@parcours/kernel';
import { PluginErrors } from '@parcours/plugin-host';

import { JourneyErrors } from '../journeys.errors.js';
import { type SecretOrder, SecretService } from './secret.service.js';
import type { KnownSecret } from './secret.store.js';

const NAME: JsonSchema = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'What steps call the secret.',
  examples: ['crm-token'],
};

const HOSTS: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  uniqueItems: true,
  items: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9.\\-\\[\\]:]+$' },
  description: 'The hosts that it may be sent to, with their ports where those are others than 443 and 80.',
  examples: [['api.crm.example']],
};

const BODY: JsonSchema = {
  title: 'Secret order',
  description: 'What is kept encrypted, and where it may go.',
  type: 'object',
  required: ['value', 'hosts'],
  additionalProperties: false,
  properties: {
    value: {
      type: 'string',
      maxLength: 4_000,
      pattern: '^[\\t\\x20-\\x7e]+$',
      description: 'The whole value of the header. It can be replaced, and never read.',
      examples: ['Bearer 3f9c2a'],
    },
    hosts: HOSTS,
  },
  examples: [{ value: 'Bearer 3f9c2a', hosts: ['api.crm.example'] }],
};

const SECRET: JsonSchema = {
  title: 'Secret',
  description: 'A secret that steps can name; its value is in no answer.',
  type: 'object',
  required: ['name', 'hosts', 'createdAt', 'updatedAt'],
  properties: {
    name: NAME,
    hosts: HOSTS,
    createdAt: {
      type: 'string',
      format: 'date-time',
      description: 'When it was first set.',
      examples: ['2026-06-01T08:00:00.000Z'],
    },
    updatedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When it was last set.',
      examples: ['2026-06-01T08:00:00.000Z'],
    },
  },
};

@Tag('Secrets', 'What journeys send to other systems and nobody may read.')
@Controller('secrets')
export class SecretController {
  constructor(private readonly secrets: SecretService) {}

  @Get()
  @Scope('secrets:read')
  @ApiOperation({ summary: 'List secrets', description: 'Their names and hosts, never their values.' })
  @Answers(200, { type: 'array', description: 'By name.', items: SECRET })
  async list() {
    return { data: (await this.secrets.list()).map(present) };
  }

  @Put(':name')
  @Scope('secrets:write')
  @CreatesMissing()
  @ApiOperation({
    summary: 'Set a secret',
    description: 'It takes the place of one of the same name, in every call that is made from then on.',
  })
  @Refuses(PluginErrors.secretKeyMissing)
  @Answers(200, SECRET)
  async put(
    @PathParam('name', NAME) name: string,
    @JsonBody(BODY) order: SecretOrder,
    @CurrentActor() by: Actor,
  ) {
    return { data: present(await this.secrets.put(name, order, by)) };
  }

  @Delete(':name')
  @HttpCode(204)
  @Scope('secrets:write')
  @ApiOperation({
    summary: 'Delete a secret',
    description:
      'One that a published journey names stays. Calls under way that name it wait until it is set again.',
  })
  @Refuses(JourneyErrors.secretNotFound, JourneyErrors.secretInUse)
  @Answers(204)
  async remove(@PathParam('name', NAME) name: string, @CurrentActor() by: Actor): Promise<void> {
    await this.secrets.remove(name, by);
  }
}

function present({ name, hosts, createdAt, updatedAt }: KnownSecret) {
  return { name, hosts, createdAt: formatInstant(createdAt), updatedAt: formatInstant(updatedAt) };
}
