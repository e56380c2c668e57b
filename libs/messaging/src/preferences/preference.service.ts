import { Injectable } from '@nestjs/common';
import {
  type ConsentProof,
  ConsentService,
  type Customer,
  CustomerStore,
  EVERY,
  type Link,
  LinkSigner,
} from '@parcours/audience';
import { BRAND_TYPE } from '@parcours/catalog';
import { ParcoursConfig } from '@parcours/config';
import { type ContentSnapshot, PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import type { FormFields } from '@parcours/http';
import { Clock, type Language, languageOf, localeOf, resolveText } from '@parcours/kernel';

import { brandOf } from '../brands/brand-of.rules.js';
import { addresseeOf } from '../channels/channel.js';
import { addressFor } from '../outbox/address.rules.js';
import { ReactionIntake } from '../reactions/reaction-intake.service.js';
import { ChannelQuestions } from './channel-question.service.js';
import { choicesOf, masked, stopWishes, topicName, wishesIn } from './customer-choices.rules.js';
import type { PreferenceView, QuestionView, Told } from './preference-page.js';
import { PREFERENCE_WORDS } from './preference-words.js';

/** Whoever holds a link, and the page as it is for them. */
export interface Visit {
  readonly link: Link;
  readonly customer: Customer;
  readonly content: ContentSnapshot;
  readonly language: Language;
  readonly sender: string | undefined;
}

/** Reads a link: who it is for, in which language, in whose name. */
@Injectable()
export class LinkVisits {
  constructor(
    private readonly signer: LinkSigner,
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly content: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {}

  /** `undefined` for a link that was not made here, or whose customer is gone. */
  async read(token: string, chosen: Language | undefined): Promise<Visit | undefined> {
    const link = this.signer.read(token);
    if (!link) return undefined;
    const found = await this.customers.findCurrent(this.database.sql, [link.customerId]);
    const customer = found.get(link.customerId);
    if (!customer) return undefined;
    const content = await this.content.snapshot();
    const language = chosen ?? this.languageFor(customer);
    const brand = brandOf(content, {}) ?? content.all(BRAND_TYPE)[0];
    const sender = brand && resolveText(brand.document.name, language);
    return { link, customer, content, language, sender };
  }

  preferencesPath({ customer }: Visit): string {
    return `/p/${this.signer.sign({ purpose: 'preferences', customerId: customer.id })}`;
  }

  private languageFor({ traits }: Customer): Language {
    const tag = localeOf(traits['locale']) ?? this.config.workspace.locale;
    return languageOf(tag.toLowerCase()) === 'fr' ? 'fr' : 'en';
  }
}

/** What customers say about what we send them, on the pages that their links lead to. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly consents: ConsentService,
    private readonly visits: LinkVisits,
    private readonly reactions: ReactionIntake,
    private readonly channels: ChannelQuestions,
    private readonly clock: Clock,
  ) {}

  view({ customer, content, language, sender }: Visit, told: Told | undefined): PreferenceView {
    const address = addressFor('email', addresseeOf(customer));
    return {
      language,
      sender,
      told,
      reader: address === undefined ? undefined : masked(address),
      topics: choicesOf(content, customer.profile.consents, language),
      channel: this.channels.of(customer, content),
    };
  }

  /** Takes over what a form has changed. */
  async save(visit: Visit, fields: FormFields, proof: ConsentProof): Promise<Told> {
    const { customer, content, language } = visit;
    const isStop = fields['do']?.includes('stop') === true;
    const decide = (topics: ReturnType<typeof choicesOf>) =>
      isStop ? stopWishes(topics, proof, language) : wishesIn(fields, topics, { content, proof, language });
    const { changes } = await this.consents.decide({
      externalId: customer.externalId,
      source: 'preference-page',
      wishes: (current) => decide(choicesOf(content, current, language)),
    });
    if (isStop) return 'stopped';
    const isChosen = await this.channels.take(customer, content, fields);
    return isChosen || changes.length > 0 ? 'saved' : 'unchanged';
  }

  /** What a confirmation link asks, or what became of it. */
  confirmation(visit: Visit): QuestionView {
    const words = PREFERENCE_WORDS[visit.language];
    const name = topicName(visit.content, visit.link.topic, visit.language) ?? words.everything;
    const state = stateOf(visit);
    if (state === 'open')
      return this.question(visit, { text: words.confirmText(name), button: words.confirm });
    const text = state === 'done' ? words.confirmed(name) : words.outdated;
    return this.question(visit, { text, isDone: state === 'done' });
  }

  async confirm(visit: Visit, proof: ConsentProof): Promise<void> {
    const { customer, link, language, content } = visit;
    const { channel = '', topic = EVERY, at } = link;
    const name = topicName(content, topic, language) ?? PREFERENCE_WORDS[language].everything;
    const text = PREFERENCE_WORDS[language].confirmText(name);
    await this.consents.decide({
      externalId: customer.externalId,
      source: 'confirmation-link',
      wishes: (current) => {
        const entry = current?.[channel]?.[topic];
        if (entry?.state !== 'pending' || entry.at !== at) return [];
        return [{ channel, topic, state: 'granted', proof: { ...proof, text } }];
      },
    });
  }

  /** What a link to unsubscribe asks: following it alone does nothing, for scanners of mail follow every link. */
  leaving(visit: Visit): QuestionView {
    const words = PREFERENCE_WORDS[visit.language];
    const name = topicName(visit.content, visit.link.topic, visit.language);
    return this.question(visit, {
      title: words.leaveTitle,
      text: words.leaveText(name),
      button: words.leave,
    });
  }

  left(visit: Visit): QuestionView {
    const words = PREFERENCE_WORDS[visit.language];
    const text = words.left(topicName(visit.content, visit.link.topic, visit.language));
    return this.question(visit, { title: words.leaveTitle, text, isDone: true });
  }

  async leave({ customer, link, language, content }: Visit, proof: ConsentProof): Promise<void> {
    const { channel = 'email', topic = EVERY } = link;
    const text = PREFERENCE_WORDS[language].leaveText(topicName(content, topic, language));
    await this.consents.decide({
      externalId: customer.externalId,
      source: 'unsubscribe-link',
      wishes: () => [{ channel, topic, state: 'denied', proof: { ...proof, text } }],
    });
    const { messageId } = link;
    if (messageId === undefined) return;
    await this.reactions.accept([{ messageId, reaction: { kind: 'unsubscribed', at: this.clock.now() } }]);
  }

  private question(
    visit: Visit,
    { title, text, button, isDone = false }: Partial<QuestionView> & { text: string },
  ): QuestionView {
    const { language, sender } = visit;
    const preferencesPath = this.visits.preferencesPath(visit);
    return {
      language,
      sender,
      title: title ?? PREFERENCE_WORDS[language].confirmTitle,
      text,
      button,
      isDone,
      preferencesPath,
    };
  }
}

/** A link confirms what was asked for when it was made, and nothing that was decided since. */
function stateOf({ customer, link }: Visit): 'open' | 'done' | 'outdated' {
  const { channel = '', topic = EVERY, at } = link;
  const entry = customer.profile.consents?.[channel]?.[topic];
  if (entry?.state === 'pending' && entry.at === at) return 'open';
  return entry?.state === 'granted' && entry.source === 'confirmation-link' ? 'done' : 'outdated';
}
