import { canonicalJson, type LocalisedText } from '@parcours/kernel';

import type { Friction, JourneyMapDocument, Moment } from '../journey-map.type.js';

export interface MomentPlace {
  readonly phase: string;
  readonly touchpoint: string;
}

export interface FrictionChange extends MomentPlace {
  readonly friction: string;
  readonly text: LocalisedText;
  /** Severity in the first map; `undefined` where it has no such friction. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface EmotionChange extends MomentPlace {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const TEXT_MEMBERS = ['goals', 'actions', 'motivations', 'questions'] as const;

export interface TextChange extends MomentPlace {
  readonly member: (typeof TEXT_MEMBERS)[number];
  readonly added: readonly LocalisedText[];
  readonly removed: readonly LocalisedText[];
}

/** What turns one map into another: moments are told apart by phase and touchpoint, frictions by their keys. */
export interface MapComparison {
  readonly phases: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly moments: { readonly added: readonly MomentPlace[]; readonly removed: readonly MomentPlace[] };
  readonly friction: {
    readonly added: readonly FrictionChange[];
    readonly removed: readonly FrictionChange[];
    /** Less severe than before. */
    readonly eased: readonly FrictionChange[];
    readonly worsened: readonly FrictionChange[];
  };
  readonly emotions: { readonly better: readonly EmotionChange[]; readonly worse: readonly EmotionChange[] };
  readonly texts: readonly TextChange[];
}

/** A draft may be unfinished. */
export type ComparedMap = Partial<Pick<JourneyMapDocument, 'phases'>>;

export function compareMaps(a: ComparedMap, b: ComparedMap): MapComparison {
  const [before, after] = [placed(a), placed(b)];
  const added = after.filter((moment) => !twin(moment, before));
  const removed = before.filter((moment) => !twin(moment, after));
  const pairs = after.flatMap((to) => {
    const from = twin(to, before);
    return from ? [{ from, to }] : [];
  });
  const frictions = [
    ...removed.flatMap((from) => frictionChanges(from, undefined)),
    ...added.flatMap((to) => frictionChanges(undefined, to)),
    ...pairs.flatMap(({ from, to }) => frictionChanges(from, to)),
  ];
  const emotions = pairs.flatMap(emotionChange);
  const [phasesBefore, phasesAfter] = [phaseKeys(a), phaseKeys(b)];
  return {
    phases: { added: without(phasesAfter, phasesBefore), removed: without(phasesBefore, phasesAfter) },
    moments: { added: added.map(placeOf), removed: removed.map(placeOf) },
    friction: {
      added: frictions.filter(({ from }) => from === undefined),
      removed: frictions.filter(({ to }) => to === undefined),
      eased: frictions.filter(({ from, to }) => isLess(to, from)),
      worsened: frictions.filter(({ from, to }) => isLess(from, to)),
    },
    emotions: {
      better: emotions.filter(({ from, to }) => isLess(from, to)),
      worse: emotions.filter(({ from, to }) => isLess(to, from)),
    },
    texts: pairs.flatMap(textChanges),
  };
}

interface PlacedMoment extends Moment {
  readonly phase: string;
}

function placed({ phases = [] }: ComparedMap): PlacedMoment[] {
  return phases.flatMap(({ phase, moments = [] }) => moments.map((moment) => ({ ...moment, phase })));
}

function phaseKeys({ phases = [] }: ComparedMap): string[] {
  return phases.map(({ phase }) => phase);
}

function twin(
  { phase, touchpoint }: PlacedMoment,
  moments: readonly PlacedMoment[],
): PlacedMoment | undefined {
  return moments.find((moment) => moment.phase === phase && moment.touchpoint === touchpoint);
}

function placeOf({ phase, touchpoint }: PlacedMoment): MomentPlace {
  return { phase, touchpoint };
}

function frictionChanges(from: PlacedMoment | undefined, to: PlacedMoment | undefined): FrictionChange[] {
  const place = to ?? from;
  if (!place) return [];
  const [before, after] = [byKey(from), byKey(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old?.severity === now?.severity) return [];
    const text = now?.text ?? old?.text ?? key;
    return [{ ...placeOf(place), friction: key, text, from: old?.severity, to: now?.severity }];
  });
}

function byKey(moment: PlacedMoment | undefined): ReadonlyMap<string, Friction> {
  return new Map((moment?.friction ?? []).map((friction) => [friction.key, friction]));
}

interface Pair {
  readonly from: PlacedMoment;
  readonly to: PlacedMoment;
}

function emotionChange({ from, to }: Pair): EmotionChange[] {
  if (from.emotion === to.emotion) return [];
  return [{ ...placeOf(to), from: from.emotion, to: to.emotion }];
}

function textChanges({ from, to }: Pair): TextChange[] {
  return TEXT_MEMBERS.flatMap((member) => {
    const [before, after] = [from[member] ?? [], to[member] ?? []];
    const [added, removed] = [without(after, before), without(before, after)];
    if (added.length === 0 && removed.length === 0) return [];
    return [{ ...placeOf(to), member, added, removed }];
  });
}

/** The entries of a list that another lacks. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const known = new Set(other.map(canonicalJson));
  return list.filter((entry) => !known.has(canonicalJson(entry)));
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}
