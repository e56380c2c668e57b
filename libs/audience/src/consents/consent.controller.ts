import { Controller, Get, Patch, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  CurrentActor,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Scope,
  setEtag,
} from '@parcours/http';
import { type Actor, formatInstant, parseInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import type { Customer } from '../customers/customer.js';
import { CustomerService } from '../customers/customer.service.js';
import { LinkSigner } from '../links/link-signer.service.js';
import { CONSENT_STATES, type ConsentProof, type ConsentState, EVERY } from './consent.js';
import { CONSENT_HISTORY_LIST, type ConsentChangeView, ConsentHistory } from './consent-history.store.js';
import { listDecisions } from './consent.rules.js';
import { CONSENT_CHANGE_SCHEMA, CONSENTS_BODY_SCHEMA, CONSENTS_SCHEMA } from './consent.schema.js';
import { ConsentService, type ConsentWish, unlisted } from './consent.service.js';

interface ConsentsBody {
  readonly consents: readonly {
    readonly channel: string;
    readonly topic?: string;
    readonly state: ConsentState;
    readonly decidedAt?: string;
    readonly proof?: ConsentProof;
  }[];
}

@ApiTags('Consents')
@Controller('customers/:id/consents')
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly customers: CustomerService,
    private readonly history: ConsentHistory,
    private readonly links: LinkSigner,
  ) {}

  @Get()
  @Scope('consents:read')
  @ApiOperation({
    summary: 'Read what a customer has decided',
    description: 'What is not listed is unknown. The ETag is the customer’s.',
  })
  @Answers(200, CONSENTS_SCHEMA)
  async get(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.customers.get(id), reply);
  }

  @Put()
  @Scope('consents:write')
  @ApiOperation({
    summary: 'Say everything that a customer has decided',
    description: 'What is left out becomes unknown. Every change is kept in the history.',
  })
  @Answers(200, CONSENTS_SCHEMA)
  async put(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CONSENTS_BODY_SCHEMA) body: ConsentsBody,
    @IfMatch() ifMatch: string | undefined,
    @CurrentActor() by: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const listed = wishesOf(body);
    const { customer } = await this.consents.decide({
      externalId,
      ifMatch,
      by,
      source: 'api',
      wishes: (current) => [...unlisted(current, listed), ...listed],
    });
    return this.answer(customer, reply);
  }

  @Patch()
  @Scope('consents:write')
  @ApiOperation({ summary: 'Add decisions of a customer', description: 'What is not named stays as it is.' })
  @Answers(200, CONSENTS_SCHEMA)
  async patch(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @JsonBody(CONSENTS_BODY_SCHEMA) body: ConsentsBody,
    @IfMatch() ifMatch: string | undefined,
    @CurrentActor() by: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const listed = wishesOf(body);
    const request = { externalId, ifMatch, by, source: 'api', wishes: () => listed } as const;
    const { customer } = await this.consents.decide(request);
    return this.answer(customer, reply);
  }

  @Get('history')
  @Scope('consents:read')
  @ApiOperation({
    summary: 'List every decision that a customer has made',
    description: 'With where it was made and what shows it. Entries are never changed.',
  })
  @Answers(200, CONSENT_CHANGE_SCHEMA, 'list')
  async list(
    @PathParam('id', CUSTOMER_ID_SCHEMA) externalId: string,
    @ListParams(CONSENT_HISTORY_LIST) query: ListQuery,
  ) {
    const { id } = await this.customers.get(externalId);
    return answerPage(await this.history.list(id, query), query, presentChange);
  }

  private answer(customer: Customer, reply: FastifyReply) {
    setEtag(reply, customer.revision);
    const customerId = customer.id;
    const consents = listDecisions(customer.profile.consents).map(
      ({ channel, topic, state, source, at }) => ({
        channel,
        topic,
        state,
        source,
        decidedAt: formatInstant(at),
        ...(state === 'pending' && {
          confirmPath: `/p/${this.links.sign({ purpose: 'confirm', customerId, channel, topic, at })}`,
        }),
      }),
    );
    const preferencesPath = `/p/${this.links.sign({ purpose: 'preferences', customerId })}`;
    return { data: { customerId: customer.externalId, consents, preferencesPath } };
  }
}

/** A decision about a whole channel comes first: those about topics are the finer ones, however they were listed. */
function wishesOf({ consents }: ConsentsBody): ConsentWish[] {
  const wishes = consents.map(({ topic = EVERY, decidedAt, ...wish }) => ({
    ...wish,
    topic,
    at: decidedAt === undefined ? undefined : parseInstant(decidedAt),
  }));
  return [...wishes.filter(({ topic }) => topic === EVERY), ...wishes.filter(({ topic }) => topic !== EVERY)];
}

function presentChange(change: ConsentChangeView) {
  return {
    id: String(change.id),
    channel: change.channel,
    topic: change.topic,
    state: CONSENT_STATES[change.state],
    source: change.source,
    proof: change.proof === null ? null : (JSON.parse(change.proof) as unknown),
    by: change.actor === null ? null : (JSON.parse(change.actor) as unknown),
    decidedAt: formatInstant(change.decided_at),
  };
}
