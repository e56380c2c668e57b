import { Controller, Get, Patch, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, IfMatch, JsonBody, PathParam, Refuses, Scope, setEtag, Tag } from '@parcours/http';
import { formatInstant, type JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { AudienceErrors } from '../audience.errors.js';
import type { Customer } from '../customers/customer.js';
import { CustomerService } from '../customers/customer.service.js';
import { CUSTOMER_BODY_SCHEMA, CUSTOMER_ID_SCHEMA, CUSTOMER_SCHEMA } from './customer.schema.js';

interface CustomerBody {
  readonly traits: JsonObject;
}

@Tag('Customers', 'Whom journeys are for, by your own ids of them.')
@Controller('customers')
export class CustomerController {
  constructor(private readonly customers: CustomerService) {}

  @Get(':id')
  @Scope('customers:read')
  @ApiOperation({ summary: 'Read a customer', description: 'What is known of them.' })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CUSTOMER_SCHEMA)
  async get(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.customers.get(id), reply);
  }

  @Put(':id')
  @Scope('customers:write')
  @ApiOperation({
    summary: 'Create a customer, or replace all their traits',
    description: 'Traits that are left out are gone.',
  })
  @Answers(200, CUSTOMER_SCHEMA)
  @Answers(201, CUSTOMER_SCHEMA)
  async put(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CUSTOMER_BODY_SCHEMA) { traits }: CustomerBody,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { customer, isNew } = await this.customers.replace({ externalId, ifMatch, traits });
    if (isNew) void reply.code(201);
    return answer(customer, reply);
  }

  @Patch(':id')
  @Scope('customers:write')
  @ApiOperation({
    summary: 'Change some traits of a customer',
    description: 'A JSON merge patch: null removes a trait.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CUSTOMER_SCHEMA)
  async patch(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CUSTOMER_BODY_SCHEMA) { traits }: CustomerBody,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.customers.patch({ externalId, ifMatch, traits }), reply);
  }
}

function answer(customer: Customer, reply: FastifyReply) {
  setEtag(reply, customer.revision);
  const { externalId, traits, revision, createdAt, updatedAt } = customer;
  return {
    data: {
      id: externalId,
      traits,
      revision,
      createdAt: formatInstant(createdAt),
      updatedAt: formatInstant(updatedAt),
    },
  };
}
