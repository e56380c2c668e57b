import { Injectable } from '@nestjs/common';
import { consentFor, type Customer, EVERY, explicitChannel } from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import { ChannelChoices } from '@parcours/events';
import type { FormFields } from '@parcours/http';
import { PluginHost } from '@parcours/plugin-host';

import { addresseeOf } from '../channels/channel.js';
import { addressOn, CHANNELS } from '../channels/channels.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import type { ChannelQuestion } from './preference-page.js';

/** What a system reads has no reader who could prefer it. */
const UNREAD: ReadonlySet<string> = new Set(['webhook']);

/** Asks customers on which channel they want to be reached, where there is a choice. */
@Injectable()
export class ChannelQuestions {
  constructor(
    private readonly plugins: PluginHost,
    private readonly choices: ChannelChoices,
  ) {}

  /** `undefined` where they are reached on one channel at the most and have not asked for another. */
  of(customer: Customer, content: ContentSnapshot): ChannelQuestion | undefined {
    const chosen = explicitChannel(customer.traits);
    const reachable = this.usedIn(content).filter((channel) => isReached(channel, customer));
    if (reachable.length < 2 && chosen === undefined) return undefined;
    const isListed = chosen === undefined || reachable.includes(chosen);
    return { channels: isListed ? reachable : [...reachable, chosen], chosen };
  }

  /** Takes over what a form has changed of what it showed; true where it is news. */
  async take(customer: Customer, content: ContentSnapshot, fields: FormFields): Promise<boolean> {
    const [shown = '', said = shown] = [fields['contact-shown']?.[0], fields['contact']?.[0]];
    if (said === shown) return false;
    const channel = said === '' ? undefined : said;
    const isOffered = channel === undefined || this.of(customer, content)?.channels.includes(channel);
    if (isOffered !== true) return false;
    return this.choices.choose({ externalId: customer.externalId, channel, source: 'preference-page' });
  }

  /** The channels that a published connector sends on, in the order in which all are listed. */
  private usedIn(content: ContentSnapshot): string[] {
    const types = new Map(this.plugins.connectorTypes().map(({ type, channel }) => [type, channel]));
    const used = new Set(content.all(CONNECTOR_TYPE).map(({ document }) => types.get(document.type)));
    return CHANNELS.flatMap(({ name }) => (used.has(name) && !UNREAD.has(name) ? [name] : []));
  }
}

function isReached(channel: string, customer: Customer): boolean {
  const isRefused = consentFor(customer.profile.consents, channel, EVERY) === 'denied';
  return !isRefused && addressOn(channel, addresseeOf(customer)) !== undefined;
}
