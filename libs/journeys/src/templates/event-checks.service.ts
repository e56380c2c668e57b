import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SEGMENT_TYPE } from '@parcours/audience';
import { PERSONA_TYPE } from '@parcours/catalog';
import { conditionEvents, type HeardEvent } from '@parcours/conditions';
import { type ContentSnapshot, ContentTypeRegistry } from '@parcours/content';
import {
  CHOICE_EVENT,
  emittedEvents,
  heardEvents,
  isJourneyDefinition,
  SURVEY_EVENT,
} from '@parcours/engine';
import { UnseenEvents } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import { COMPLETED_EVENT, CORRECTED_EVENT } from '../completions/completion.js';
import { FEEDBACK_CHANGED_EVENT } from '../feedback/feedback.service.js';
import { JOURNEY_TEMPLATE_TYPE } from './journey-template.type.js';

interface Voice {
  /** The events that a document listens to. */
  readonly hears: readonly HeardEvent[];
  /** The names of those that it raises itself. */
  readonly raises: readonly string[];
}

const LISTENERS: Readonly<Record<string, (document: JsonObject) => Voice>> = {
  [JOURNEY_TEMPLATE_TYPE.name]: voiceOfJourney,
  [SEGMENT_TYPE.name]: ({ condition }) => ({ hears: conditionEvents(condition, '/condition'), raises: [] }),
  [PERSONA_TYPE.name]: ({ membership }) => ({
    hears: conditionEvents(membership, '/membership'),
    raises: [],
  }),
};

/** Warns of journeys, segments and personas that listen to events that nobody has ever seen. */
@Injectable()
export class EventChecks implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly unseen: UnseenEvents,
  ) {}

  onModuleInit(): void {
    for (const [type, voiceOf] of Object.entries(LISTENERS)) {
      if (!this.types.has(type)) continue;
      const { check } = this.types.hooksOf(type);
      this.types.attach(type, {
        check: async (document, context) => {
          const { hears, raises } = voiceOf(document);
          const { published } = context;
          return [
            ...((await check?.(document, context)) ?? []),
            ...(await this.unseen.findings(hears, {
              published,
              raised: [...raises, ...raisedWithin(published)],
            })),
          ];
        },
      });
    }
  }
}

function voiceOfJourney({ definition }: JsonObject): Voice {
  if (!isJourneyDefinition(definition)) return { hears: [], raises: [] };
  const heard = heardEvents(definition);
  const hears = heard.map(({ event, pointer: at }) => ({ event, pointer: `/definition${at}` }));
  return { hears, raises: emittedEvents(definition) };
}

/** What published journeys raise, the answers that customers give them, and what people do for them. */
function raisedWithin(published: ContentSnapshot): string[] {
  const journeys = published.all(JOURNEY_TEMPLATE_TYPE);
  return [
    CHOICE_EVENT,
    COMPLETED_EVENT,
    CORRECTED_EVENT,
    FEEDBACK_CHANGED_EVENT,
    SURVEY_EVENT,
    ...journeys.flatMap(({ document }) => emittedEvents(document.definition)),
  ];
}
