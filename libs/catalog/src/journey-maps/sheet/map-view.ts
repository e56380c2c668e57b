import { isJsonObject, type JsonObject, type LocalisedText, resolveText } from '@parcours/kernel';

import type { Friction, JourneyMapDocument, MapPhase, Moment } from '../journey-map.type.js';

export type TouchpointKind = 'physical' | 'digital' | 'human' | 'device';

export interface MomentView {
  /** Counted through the whole map, from 1. */
  readonly number: number;
  readonly touchpoint: { readonly name: string; readonly kind: TouchpointKind };
  readonly goals: readonly string[];
  readonly actions: readonly string[];
  readonly motivations: readonly string[];
  readonly questions: readonly string[];
  readonly friction: readonly { readonly text: string; readonly severity: number }[];
  readonly emotion: number | undefined;
  readonly feeling: string | undefined;
  readonly evidence: readonly { readonly title: string; readonly url: string }[];
}

export interface PhaseView {
  readonly name: string;
  readonly colour: string | undefined;
  readonly moments: readonly MomentView[];
}

/** A journey map in one language, with the names of all that it refers to. */
export interface MapView {
  readonly key: string;
  readonly name: string;
  readonly kind: JourneyMapDocument['kind'];
  readonly description: string | undefined;
  readonly persona: { readonly name: string; readonly quote: string | undefined } | undefined;
  readonly journeys: readonly string[];
  readonly phases: readonly PhaseView[];
  readonly locale: string;
  readonly updatedAt: number;
  /** `undefined` for a draft. */
  readonly version: number | undefined;
}

/** The document of something that the map refers to, if there is one. */
export type Lookup = (type: string, key: string) => Readonly<JsonObject> | undefined;

export interface MapSource {
  readonly key: string;
  readonly document: Readonly<JsonObject>;
  readonly updatedAt: number;
  readonly version: number | undefined;
}

/** How a map is read: what it names, and in which language. */
export interface Reading {
  readonly lookup: Lookup;
  readonly locale: string;
  readonly defaultLocale: string;
}

/** A draft may be unfinished: what is missing is left out, what is not known is called by its key. */
export function mapView({ key, document, updatedAt, version }: MapSource, reading: Reading): MapView {
  const { name, kind, description, persona, phaseSet, journeyTemplates, phases } = unfinished(document);
  const told = (text: LocalisedText) => resolveText(text, reading.locale, reading.defaultLocale);
  let number = 0;
  return {
    key,
    name: name === undefined ? key : told(name),
    kind: kind ?? 'current',
    description: description && told(description),
    persona: persona === undefined ? undefined : personaView(persona, reading),
    journeys: (journeyTemplates ?? []).map((journey) => nameOf('journey-templates', journey, reading)),
    phases: (phases ?? []).map(({ phase = '', moments = [] }: Partial<MapPhase>) => {
      const { name: phaseName, colour } = phaseView(phaseSet, phase, reading);
      return {
        name: phaseName,
        colour,
        moments: moments.map((moment) => momentView(moment, ++number, reading)),
      };
    }),
    locale: reading.locale,
    updatedAt,
    version,
  };
}

/** What the schema lets a draft lack. Everything that is there fits the schema. */
export function unfinished(document: Readonly<JsonObject>): Partial<JourneyMapDocument> {
  return document;
}

function personaView(key: string, reading: Reading) {
  const quote = textIn(reading.lookup('personas', key)?.['quote'], reading);
  return { name: nameOf('personas', key, reading), quote };
}

export function phaseView(phaseSet: string | undefined, key: string, reading: Reading) {
  const phases = phaseSet === undefined ? undefined : reading.lookup('phase-sets', phaseSet)?.['phases'];
  const found = (Array.isArray(phases) ? phases : []).find(
    (phase) => isJsonObject(phase) && phase['key'] === key,
  );
  if (!isJsonObject(found)) return { name: readable(key), colour: undefined, isKnown: false };
  const { name, colour } = found;
  return {
    name: textIn(name, reading) ?? readable(key),
    colour: typeof colour === 'string' ? colour : undefined,
    isKnown: true,
  };
}

function momentView(moment: Partial<Moment>, number: number, reading: Reading): MomentView {
  const told = (text: LocalisedText) => resolveText(text, reading.locale, reading.defaultLocale);
  const all = (texts: readonly LocalisedText[] | undefined) => (texts ?? []).map(told);
  const key = moment.touchpoint ?? '';
  return {
    number,
    touchpoint: {
      name: nameOf('touchpoints', key, reading),
      kind: kindOf(reading.lookup('touchpoints', key)),
    },
    goals: all(moment.goals),
    actions: all(moment.actions),
    motivations: all(moment.motivations),
    questions: all(moment.questions),
    friction: (moment.friction ?? []).map(({ text, severity }: Partial<Friction>) => ({
      text: text === undefined ? '' : told(text),
      severity: severity ?? 1,
    })),
    emotion: moment.emotion,
    feeling: moment.feeling && told(moment.feeling),
    evidence: (moment.evidence ?? []).flatMap(({ title, url }: { title?: LocalisedText; url?: string }) =>
      url === undefined ? [] : [{ title: title === undefined ? url : told(title), url }],
    ),
  };
}

export function nameOf(type: string, key: string, reading: Reading): string {
  return textIn(reading.lookup(type, key)?.['name'], reading) ?? readable(key);
}

function textIn(value: unknown, { locale, defaultLocale }: Reading): string | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  return resolveText(value as LocalisedText, locale, defaultLocale);
}

function kindOf(touchpoint: Readonly<JsonObject> | undefined): TouchpointKind {
  const kind = touchpoint?.['kind'];
  return kind === 'physical' || kind === 'human' || kind === 'device' ? kind : 'digital';
}

/** `point-of-sale` as people would write it, for lack of a name. */
function readable(key: string): string {
  const words = key.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
