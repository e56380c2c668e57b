import {
  afterReaction,
  channelsInOrder,
  type ConsentChange,
  consentFor,
  countryOf,
  type Customer,
  type CustomerKind,
  isReachableOn,
  newCustomer,
  type Profile,
  quicklyToE164,
  settled,
  zoneOf,
} from '@parcours/audience';
import type { CustomerView, Effect, EventView } from '@parcours/engine';
import { type IdGenerator, type JsonObject, localeOf, mergePatch } from '@parcours/kernel';

import type { LaneFacts } from '../facts/lane-facts.js';
import type { ChangedProfile, LaneWork } from './lane-work.js';
import { reactionIn } from './reaction-in.rules.js';

/** What a step changes beside traits. */
type ProfileChange = Pick<Extract<Effect, { type: 'profile' }>, 'tags' | 'consents'>;

interface Folder {
  readonly stored: Customer;
  traits: JsonObject;
  profile: Profile;
  /** What steps have decided, and what of it is new. */
  decisions: ConsentChange[];
  news: ConsentChange[];
  /** What the traits above say of the customer; made when somebody looks. */
  view: CustomerView | undefined;
  isNew: boolean;
  isChanged: boolean;
}

/** The customers of a batch while it is being worked: created on first sight, changed in memory, written once. */
export class CustomerDesk {
  private readonly folders = new Map<string, Folder>();

  constructor(
    private readonly work: LaneWork,
    private readonly ids: IdGenerator,
    private readonly facts?: LaneFacts,
  ) {
    for (const stored of work.customers) {
      const { traits } = stored;
      this.folders.set(stored.externalId, {
        stored,
        traits,
        profile: stored.profile,
        decisions: [],
        news: [],
        view: undefined,
        isNew: false,
        isChanged: false,
      });
    }
  }

  /** The customer's id; whoever is not known yet is from now on, as one of this kind. */
  idOf(externalId: string, kind?: CustomerKind): number {
    return this.folderOf(externalId, kind).stored.id;
  }

  /** The customer as they were, or are to be made. */
  stored(externalId: string): Customer {
    return this.folderOf(externalId).stored;
  }

  isNew(externalId: string): boolean {
    return this.folderOf(externalId).isNew;
  }

  /** What the engine sees of the customer. */
  view(externalId: string): CustomerView {
    const folder = this.folderOf(externalId);
    const { traits } = folder;
    const { facts } = this;
    folder.view ??= {
      id: externalId,
      traits,
      // Looked up by who asks: few events need it, and a phone number takes time to read.
      get timezone() {
        return zoneOf(traits)?.name;
      },
      locale: localeOf(traits['locale']),
      get devices() {
        return folder.profile.devices;
      },
      consent: (channel, topic) => consentFor(folder.profile.consents, channel, topic),
      reachable: (channel) => isReachableOn(channel, { traits, profile: folder.profile }),
      get preferredChannels() {
        return channelsInOrder(traits, folder.profile.channels);
      },
      factsOf: facts && ((current) => facts.of({ ...folder.stored, profile: folder.profile }, current)),
    };
    return folder.view;
  }

  /** Merges traits as a JSON merge patch: null removes. */
  patch(externalId: string, patch: JsonObject | undefined): void {
    if (!patch || Object.keys(patch).length === 0) return;
    const folder = this.folderOf(externalId);
    const traits = mergePatch(folder.traits, patch) as JsonObject;
    this.replaceTraits(externalId, Object.hasOwn(patch, 'phone') ? withPhone(traits) : traits);
  }

  replaceTraits(externalId: string, traits: JsonObject): void {
    const folder = this.folderOf(externalId);
    if (folder.traits === traits) return;
    folder.traits = traits;
    folder.view = undefined;
    folder.isChanged = true;
  }

  /** What a reaction to a message tells of the customer: how they take to its channel, and what they let us send. */
  react(externalId: string, event: EventView): void {
    const reaction = reactionIn(event);
    if (!reaction) return;
    const folder = this.folderOf(externalId);
    const { channel, kind, decision } = reaction;
    if (kind) {
      const channels = afterReaction(folder.profile.channels, { channel, kind, at: event.occurredAt });
      if (channels) folder.profile = { ...folder.profile, channels };
    }
    if (decision) this.note(folder, [decision]);
    folder.view = undefined;
  }

  /** Tags and consents as a step leaves them; a decision of the customer that is later than the batch stands. */
  changeProfile(externalId: string, { tags, consents }: ProfileChange): void {
    const folder = this.folderOf(externalId);
    const { now: at } = this.work;
    const decisions = consents.map((decision): ConsentChange => ({ ...decision, at, source: 'journey' }));
    this.note(folder, decisions);
    const kept = (folder.profile.tags ?? []).filter((tag) => !tags.remove.includes(tag));
    const { profile } = folder;
    folder.profile = { ...profile, tags: [...new Set([...kept, ...tags.add])].sort() };
    folder.view = undefined;
  }

  private note(folder: Folder, decisions: readonly ConsentChange[]): void {
    const { states, news } = settled(folder.profile.consents, decisions);
    folder.profile = { ...folder.profile, consents: states };
    folder.decisions.push(...decisions);
    folder.news.push(...news);
  }

  /** Those whose tags or consents are to be written. */
  profiles(): ChangedProfile[] {
    const { now } = this.work;
    return [...this.folders.values()].flatMap(({ stored: before, traits, profile, decisions, news }) => {
      if (profile === before.profile) return [];
      const after = { ...before, traits, profile, revision: before.revision + 1, updatedAt: now };
      return [{ before, after, decisions, news }];
    });
  }

  /** Those to be created. */
  additions(): Customer[] {
    return [...this.folders.values()].flatMap(({ stored, traits, isNew }) =>
      isNew ? [{ ...stored, traits }] : [],
    );
  }

  /** Those to be changed. */
  changes(): Customer[] {
    const { now } = this.work;
    return [...this.folders.values()].flatMap(({ stored, traits, isNew, isChanged }) =>
      isChanged && !isNew ? [{ ...stored, traits, revision: stored.revision + 1, updatedAt: now }] : [],
    );
  }

  private folderOf(externalId: string, kind: CustomerKind = 'known'): Folder {
    const known = this.folders.get(externalId);
    if (known) return known;
    const { lane, now, erased } = this.work;
    const erasedBefore = erased.get(externalId) ?? null;
    const stored = { ...newCustomer({ id: this.ids.next(), lane, externalId, now }), kind, erasedBefore };
    const folder: Folder = {
      stored,
      traits: stored.traits,
      profile: stored.profile,
      decisions: [],
      news: [],
      view: undefined,
      isNew: true,
      isChanged: false,
    };
    this.folders.set(externalId, folder);
    return folder;
  }
}

/** A number that can be read is kept in E.164; another stays as it was sent, and reaches nobody. */
function withPhone(traits: JsonObject): JsonObject {
  const phone = quicklyToE164(traits['phone'], countryOf(traits));
  return phone === undefined || phone === traits['phone'] ? traits : { ...traits, phone };
}
