import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { traitDefects } from '@parcours/audience';
import {
  derivedMessageId,
  EventErrors,
  EventIntake,
  ITEM_LIMITS,
  itemsOf,
  oneOrMany,
  placed,
  REJECTION_ERRORS,
  TRIGGER_SCHEMA,
  type TriggerEntry,
} from '@parcours/events';
import {
  Answers,
  AnyQuery,
  BodyAs,
  compileSchema,
  DocumentedBody,
  IdempotencyKey,
  Idempotent,
  PathParam,
  Refuses,
  Scope,
  Tag,
  treeDefects,
} from '@parcours/http';
import { Clock, type ErrorItem, isJsonObject, type JsonObject } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { OpenJourneyGate } from './open-journey-gate.service.js';

interface TriggerBody {
  readonly customerId: string;
  readonly messageId?: string;
  readonly context?: JsonObject;
  readonly traits?: JsonObject;
}

type ItemAnswer =
  | { readonly customerId: string; readonly status: 'accepted' }
  | {
      readonly customerId: string | null;
      readonly status: 'rejected';
      readonly errors: readonly ErrorItem[];
    };

const ANSWER_SCHEMA = {
  type: 'array',
  items: {
    title: 'Trigger answer',
    description: 'What became of one customer of the request.',
    type: 'object',
    required: ['customerId', 'status'],
    properties: {
      customerId: {
        type: ['string', 'null'],
        description: 'Your id of the customer; null where the item named none.',
        examples: ['c-1042'],
      },
      status: {
        type: 'string',
        enum: ['accepted', 'rejected'],
        description: 'Accepted: on disk. Whether the customer enters is for the journey to decide.',
      },
      errors: REJECTION_ERRORS,
    },
  },
} as const;

const JOURNEY_KEY = {
  type: 'string',
  description: 'The key of the journey template.',
  examples: ['welcome'],
};

const check = compileSchema(TRIGGER_SCHEMA);

@Tag('Journeys', 'Published journeys, at work.')
@Controller('journeys')
export class TriggerController {
  constructor(
    private readonly gate: OpenJourneyGate,
    private readonly intake: EventIntake,
    private readonly clock: Clock,
  ) {}

  @Post(':key/trigger')
  @HttpCode(202)
  @Scope('journeys:trigger')
  @Idempotent()
  @AnyQuery()
  @BodyAs({ isItemised: true })
  @ApiOperation({
    summary: 'Ask customers in',
    description:
      'One customer, or a list of up to 1,000, with a context each. Answers per item, once the accepted ones are on ' +
      'disk; whether a customer then enters is decided by the journey: see its enrollments.',
  })
  @Refuses(
    JourneyErrors.notPublished,
    JourneyErrors.noApiTrigger,
    EventErrors.wrongCount,
    EventErrors.backlog,
  )
  @DocumentedBody(oneOrMany(TRIGGER_SCHEMA, 'customers'))
  @Answers(202, ANSWER_SCHEMA)
  async trigger(
    @PathParam('key', JOURNEY_KEY) journey: string,
    @Body() body: unknown,
    @IdempotencyKey() key: string | undefined,
  ): Promise<{ data: ItemAnswer[] }> {
    await this.gate.assertTriggerable(journey);
    const items = itemsOf(body, 'customers');
    const entries: TriggerEntry[] = [];
    const data = items.map((item, index): ItemAnswer => {
      const errors = defectsOf(item);
      if (errors.length > 0) {
        const errorsInPlace = placed(errors, index, items.length === 1);
        return { customerId: customerIdOf(item), status: 'rejected', errors: errorsInPlace };
      }
      const entry = this.entryOf(journey, item as TriggerBody);
      const messageId = entry.messageId ?? (key === undefined ? undefined : derivedMessageId(key, index));
      entries.push({ ...entry, messageId });
      return { customerId: entry.customerKey, status: 'accepted' };
    });
    await this.intake.accept(entries);
    return { data };
  }

  private entryOf(
    journey: string,
    { customerId, messageId, context = {}, traits }: TriggerBody,
  ): TriggerEntry {
    return {
      kind: 'trigger',
      customerKey: customerId,
      journey,
      messageId,
      occurredAt: this.clock.now(),
      context,
      traits,
    };
  }
}

function defectsOf(item: unknown): readonly ErrorItem[] {
  const defects = treeDefects(item, ITEM_LIMITS);
  if (defects.length > 0) return defects;
  const errors = check(item);
  if (errors.length > 0) return errors;
  const { traits } = item as TriggerBody;
  return traits === undefined ? [] : traitDefects(traits);
}

/** The customer that a refused item names, so that its sender finds it again. */
function customerIdOf(item: unknown): string | null {
  const id = isJsonObject(item) ? item['customerId'] : undefined;
  return typeof id === 'string' ? id : null;
}
