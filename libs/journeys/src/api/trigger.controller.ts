import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { traitDefects } from '@parcours/audience';
import {
  derivedMessageId,
  EventIntake,
  itemsOf,
  placed,
  TRIGGER_SCHEMA,
  type TriggerEntry,
} from '@parcours/events';
import {
  Answers,
  AnyQuery,
  compileSchema,
  IdempotencyKey,
  Idempotent,
  PathParam,
  Scope,
} from '@parcours/http';
import { Clock, type ErrorItem, isJsonObject, type JsonObject } from '@parcours/kernel';

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
    type: 'object',
    properties: {
      customerId: { type: ['string', 'null'] },
      status: { enum: ['accepted', 'rejected'] },
      errors: { type: 'array', items: { type: 'object' } },
    },
  },
} as const;

const check = compileSchema(TRIGGER_SCHEMA);

@ApiTags('Journeys')
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
  @ApiOperation({
    summary: 'Ask customers in',
    description:
      'One customer, or a list of up to 1,000, with a context each. Answers per item, once the accepted ones are on ' +
      'disk; whether a customer then enters is decided by the journey: see its enrollments.',
  })
  @ApiBody({
    schema: {
      oneOf: [TRIGGER_SCHEMA, { type: 'array', minItems: 1, maxItems: 1_000, items: TRIGGER_SCHEMA }],
    },
  })
  @Answers(202, ANSWER_SCHEMA)
  async trigger(
    @PathParam('key') journey: string,
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
