import { type ContentNumbers, REACTIONS, reactionEvent } from '@parcours/conditions';

import { type EventSteadiness, eventSteadiness } from './event-steadiness.js';
import { fingerprintOf, type MembershipRule, type RuleKind } from './membership-rule.js';

/** Places of rules in the order in which they are asked. */
type Places = readonly number[];

const NONE: Places = [];

/** What became of one customer, as far as rules can mention it. */
export interface Mentioned {
  /** Names of traits that changed, without what lies inside them. */
  readonly traits?: Iterable<string> | undefined;
  readonly events?: Iterable<string> | undefined;
  /** Keys of journeys. */
  readonly journeys?: Iterable<string> | undefined;
}

/** Every rule that counts at one revision of the content, those that others are made of first. Never changes. */
export class MembershipRules {
  /** Fingerprints by the place of the rule. */
  readonly fingerprints: readonly string[];
  readonly timed: Places;
  /** The places of the rules that each is part of, directly or by way of others, its own among them. */
  readonly reach: readonly Places[];
  private readonly byId: ReadonlyMap<number, number>;
  private readonly byTrait = new Map<string, number[]>();
  private readonly byEvent = new Map<string, number[]>();
  private readonly byJourney = new Map<string, number[]>();
  private readonly byGroup = new Map<string, number[]>();
  private readonly steadiness = new Map<string, EventSteadiness & { readonly pastReach: Places }>();

  constructor(
    readonly revision: number,
    readonly ordered: readonly MembershipRule[],
    readonly numbers: ContentNumbers,
  ) {
    this.byId = new Map(ordered.map(({ id }, place) => [id, place]));
    ordered.forEach(({ reads }, place) => {
      for (const path of reads.traits) note(this.byTrait, path.split('.', 1)[0] ?? path, place);
      for (const name of reads.events) note(this.byEvent, name, place);
      for (const key of reads.journeys) note(this.byJourney, key, place);
      for (const key of reads.segments) note(this.byGroup, groupName('segment', key), place);
      for (const key of reads.personas) note(this.byGroup, groupName('persona', key), place);
      if (reads.messages.length === 0) return;
      for (const reaction of REACTIONS) note(this.byEvent, reactionEvent(reaction), place);
    });
    this.timed = ordered.flatMap(({ isTimed }, place) => (isTimed ? [place] : NONE));
    this.fingerprints = this.takeFingerprints();
    this.reach = ordered.map((_, place) => this.reachOf(place));
  }

  get isEmpty(): boolean {
    return this.ordered.length === 0;
  }

  /** True where messages that were sent, or not, decide who belongs. */
  get mentionsMessages(): boolean {
    return this.ordered.some(({ reads }) => reads.messages.length > 0);
  }

  get(id: number): MembershipRule | undefined {
    const place = this.byId.get(id);
    return place === undefined ? undefined : this.ordered[place];
  }

  /** Marks the places of the rules that mention something of it. Answers whether there is one. */
  mark({ traits = [], events = [], journeys = [] }: Mentioned, wanted: Uint8Array): boolean {
    let isAny = false;
    const take = (places: Places | undefined): void => {
      for (const place of places ?? NONE) {
        wanted[place] = 1;
        isAny = true;
      }
    };
    for (const name of traits) take(this.byTrait.get(name));
    for (const name of events) take(this.byEvent.get(name));
    for (const key of journeys) take(this.byJourney.get(key));
    return isAny;
  }

  /**
   * What another event of this name can change, and `pastReach`: the rules that look at the past of those that may be
   * asked because of it. `undefined` where no rule mentions it.
   */
  steadinessOf(event: string): (EventSteadiness & { readonly pastReach: Places }) | undefined {
    const known = this.steadiness.get(event);
    if (known) return known;
    const places = this.byEvent.get(event);
    if (!places) return undefined;
    const reached = new Set(places.flatMap((place) => this.reach[place] ?? NONE));
    const found = {
      ...eventSteadiness(event, { places, rules: this.ordered }),
      pastReach: [...reached].filter((place) => this.looksBack(place)),
    };
    this.steadiness.set(event, found);
    return found;
  }

  /** True for a rule that asks for what lies in other tables than the customer's row. */
  looksBack(place: number): boolean {
    const { reads } = this.ordered[place] ?? {};
    return reads !== undefined && reads.events.length + reads.journeys.length + reads.messages.length > 0;
  }

  /** True for a rule that is made of segments or personas. */
  looksAtGroups(place: number): boolean {
    const { reads } = this.ordered[place] ?? {};
    return reads !== undefined && reads.segments.length + reads.personas.length > 0;
  }

  /** Marks the rules that are made of this one: they come later in the order. */
  markOuter({ kind, key }: MembershipRule, wanted: Uint8Array): void {
    for (const place of this.byGroup.get(groupName(kind, key)) ?? NONE) wanted[place] = 1;
  }

  private reachOf(place: number): Places {
    const wanted = new Uint8Array(this.ordered.length);
    wanted[place] = 1;
    return this.ordered.flatMap((rule, at) => {
      if (wanted[at] !== 1) return NONE;
      this.markOuter(rule, wanted);
      return at;
    });
  }

  private takeFingerprints(): readonly string[] {
    const byName = new Map<string, string>();
    return this.ordered.map((rule) => {
      const innerOf = ({ reads }: MembershipRule): string[] =>
        [
          ...reads.segments.map((key) => groupName('segment', key)),
          ...reads.personas.map((key) => groupName('persona', key)),
        ].map((name) => byName.get(name) ?? '');
      const fingerprint = fingerprintOf(rule, { innerOf, numbers: this.numbers });
      byName.set(groupName(rule.kind, rule.key), fingerprint);
      return fingerprint;
    });
  }
}

/** Rules in an order in which each comes after those it is made of. A circle, which publishing refuses, is cut. */
export function inOrder(rules: readonly MembershipRule[]): MembershipRule[] {
  const byName = new Map(rules.map((rule) => [groupName(rule.kind, rule.key), rule]));
  const seen = new Set<MembershipRule>();
  const ordered: MembershipRule[] = [];
  const visit = (rule: MembershipRule | undefined): void => {
    if (!rule || seen.has(rule)) return;
    seen.add(rule);
    for (const key of rule.reads.segments) visit(byName.get(groupName('segment', key)));
    for (const key of rule.reads.personas) visit(byName.get(groupName('persona', key)));
    ordered.push(rule);
  };
  rules.forEach(visit);
  return ordered;
}

function groupName(kind: RuleKind, key: string): string {
  return `${kind}/${key}`;
}

function note(index: Map<string, number[]>, name: string, place: number): void {
  const places = index.get(name);
  if (!places) index.set(name, [place]);
  else if (places.at(-1) !== place) places.push(place);
}
