import { Controller, Delete, Get, HttpCode, Patch, Put, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import {
  answerPage,
  Answers,
  IfMatch,
  JsonBody,
  PathParam,
  RawListParams,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import type { FastifyReply } from 'fastify';

import { AudienceErrors } from '../audience.errors.js';
import type { Customer } from '../customers/customer.js';
import type { CustomerBody } from '../customers/customer-input.rules.js';
import { CUSTOMER_LIST } from '../customers/customer-list.js';
import { presentCustomer } from '../customers/customer.presenter.js';
import { CustomerRemoval } from '../customers/customer-removal.service.js';
import { CustomerService } from '../customers/customer.service.js';
import { CustomerViews } from '../customers/customer-views.service.js';
import { LaneWaker } from '../memberships/lane-waker.js';
import {
  CUSTOMER_BODY_SCHEMA,
  CUSTOMER_ID_SCHEMA,
  CUSTOMER_PATCH_SCHEMA,
  CUSTOMER_SCHEMA,
} from './customer.schema.js';

@Tag('Customers', 'Whom journeys are for, by your own ids of them.')
@Controller('customers')
export class CustomerController {
  constructor(
    private readonly customers: CustomerService,
    private readonly removal: CustomerRemoval,
    private readonly views: CustomerViews,
    private readonly lanes: LaneWaker,
    private readonly config: ParcoursConfig,
  ) {}

  @Get()
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List customers',
    description:
      'By id, email, phone, tag, and by every trait whose declaration (/traits) has "indexed": filter[traits.address.city][eq]=Lyon. A filter that no index serves is refused, so that a list of a million is as quick as one of ten.',
  })
  @Refuses(AudienceErrors.traitNotIndexed)
  @Answers(200, CUSTOMER_SCHEMA, 'list')
  async list(@RawListParams(CUSTOMER_LIST) queryString: unknown) {
    const { query, page } = await this.views.list(queryString);
    return answerPage(page, query, (customer) => presentCustomer(customer, this.config.workspace));
  }

  @Get(':id')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'Read a customer',
    description: 'By any id that leads to them: one that was merged answers who took it in.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CUSTOMER_SCHEMA)
  async get(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.customers.get(id), reply);
  }

  @Put(':id')
  @Scope('customers:write')
  @ApiOperation({
    summary: 'Create a customer, or replace what is known of one',
    description: 'What is left out is emptied, consents apart: those have routes of their own.',
  })
  @Refuses(AudienceErrors.invalidCustomer)
  @Answers(200, CUSTOMER_SCHEMA)
  @Answers(201, CUSTOMER_SCHEMA)
  async put(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CUSTOMER_BODY_SCHEMA) body: CustomerBody,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { customer, isNew } = await this.customers.replace({ externalId, ifMatch, body });
    if (isNew) void reply.code(201);
    this.lanes.wake(customer);
    return this.answer(customer, reply);
  }

  @Patch(':id')
  @Scope('customers:write')
  @ApiOperation({
    summary: 'Change some of what is known of a customer',
    description:
      'A JSON merge patch (RFC 7396): null removes a trait or empties a list; a list replaces the list.',
  })
  @Refuses(AudienceErrors.customerNotFound, AudienceErrors.invalidCustomer)
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Answers(200, CUSTOMER_SCHEMA)
  async patch(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CUSTOMER_PATCH_SCHEMA) body: CustomerBody,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const customer = await this.customers.patch({ externalId, ifMatch, body });
    this.lanes.wake(customer);
    return this.answer(customer, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('customers:write')
  @ApiOperation({
    summary: 'Delete a customer',
    description:
      'With events, enrollments, messages, consents, and whatever of theirs still waits to be worked. An event that comes later makes a new customer of the id; suppressed addresses stay suppressed.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(204)
  async remove(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<void> {
    await this.removal.remove(externalId, ifMatch);
  }

  private answer(customer: Customer, reply: FastifyReply) {
    setEtag(reply, customer.revision);
    return { data: presentCustomer(customer, this.config.workspace) };
  }
}
