import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { PublishedContent } from '@parcours/content';
import { explainRecord } from '@parcours/engine';
import { definedEvent, EVENT_DEFINITION_TYPE } from '@parcours/events';
import { type JsonObject, resolveText } from '@parcours/kernel';
import { MessageWords } from '@parcours/messaging';
import type { HandOver, HandOverJourney, HandOverPart, HandOverSpeech } from '@parcours/sdk';

import type { ClaimedCall } from '../outside/outside-call.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { StepCatalogue } from '../templates/step-catalogue.service.js';
import { eventOf, lastOf, speechIn, speechOf, type Voices } from './hand-over.rules.js';
import { HandOverStore, type PastEvent } from './hand-over.store.js';

/** The most of each that is told. */
const MOST_SAID = 20;
const MOST_EVENTS = 20;
const MOST_STEPS = 20;
/** So many events are looked through for what was said in them. */
const LOOKED_THROUGH = 200;

export interface HandOverRequest {
  readonly parts: readonly HandOverPart[];
  /** Those that the step names. */
  readonly traits: JsonObject | undefined;
}

/** Gathers what a person who takes over has to know: of what an action asks for, as it was when the step asked. */
@Injectable()
export class HandOverReader {
  constructor(
    private readonly store: HandOverStore,
    private readonly words: MessageWords,
    private readonly content: PublishedContent,
    private readonly steps: StepCatalogue,
    private readonly config: ParcoursConfig,
  ) {}

  async read(
    call: Pick<ClaimedCall, 'customerId' | 'enrollmentId' | 'step' | 'visit' | 'language' | 'createdAt'>,
    { parts, traits }: HandOverRequest,
  ): Promise<HandOver> {
    const { customerId, language, createdAt: at } = call;
    const tells = (part: HandOverPart) => parts.includes(part);
    const looked = tells('conversation') ? LOOKED_THROUGH : MOST_EVENTS;
    const isAsked = tells('conversation') || tells('events');
    const events = isAsked ? await this.store.events({ customerId, until: at, limit: looked }) : [];
    const voices = isAsked ? await this.voices() : NO_VOICES;
    const silent = events.filter((event) => speechIn(event, voices) === undefined);
    const journey = tells('journey') ? await this.journey(call) : undefined;
    return {
      at,
      ...(language !== undefined && { language }),
      ...(tells('conversation') && {
        conversation: await this.conversation({ customerId, at, events, voices }),
      }),
      ...(tells('events') && { events: lastOf(silent, MOST_EVENTS).map(eventOf) }),
      ...(journey && { journey }),
      ...(tells('traits') && { traits: traits ?? {} }),
    };
  }

  private async conversation({
    customerId,
    at: until,
    events,
    voices,
  }: {
    customerId: number;
    at: number;
    events: readonly PastEvent[];
    voices: Voices;
  }): Promise<HandOverSpeech[]> {
    const messages = await this.store.messages({ customerId, until, limit: MOST_SAID });
    const said = messages.length === 0 ? [] : await this.words.of(messages);
    return lastOf(
      [
        ...events.flatMap((event) => speechIn(event, voices) ?? []),
        ...messages.flatMap(({ at }, place) => {
          const speech = said[place];
          return (speech && speechOf(speech, at)) ?? [];
        }),
      ],
      MOST_SAID,
    );
  }

  private async journey({
    enrollmentId,
    step,
    visit,
  }: Pick<ClaimedCall, 'enrollmentId' | 'step' | 'visit'>): Promise<HandOverJourney | undefined> {
    const passage = await this.store.passage(enrollmentId);
    if (!passage) return undefined;
    const { journey, enteredAt, context } = passage;
    const key = journey ?? '';
    const published = (await this.content.snapshot()).byKey(JOURNEY_TEMPLATE_TYPE, key);
    const name = published?.document.name;
    const types = this.steps.types();
    const path = (await this.store.path(enrollmentId, visit, MOST_STEPS)).reverse();
    return {
      key,
      name: name === undefined ? key : resolveText(name, this.config.workspace.locale),
      step,
      enteredAt,
      context,
      path: path.map((record) => ({
        at: record.at,
        step: record.step,
        words: { en: explainRecord(record, 'en', types), fr: explainRecord(record, 'fr', types) },
      })),
    };
  }

  private async voices(): Promise<Voices> {
    const definitions = (await this.content.snapshot()).all(EVENT_DEFINITION_TYPE);
    return new Map(
      definitions.flatMap(({ key, document }) =>
        document.says ? [[definedEvent(document, key), document.says] as const] : [],
      ),
    );
  }
}

const NO_VOICES: Voices = new Map();
