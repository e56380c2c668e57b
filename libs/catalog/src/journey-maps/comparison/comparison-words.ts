import { languageOf, type LocalisedText, resolveText } from '@parcours/kernel';

import { signed } from '../sheet/sheet-words.js';
import type { FrictionChange, MapComparison, MomentPlace } from './map-comparison.rules.js';

/** How a comparison is put into sentences. */
export interface Telling {
  readonly locale: string;
  readonly defaultLocale: string;
  /** What people call a phase and a touchpoint. */
  readonly phaseName: (key: string) => string;
  readonly touchpointName: (key: string) => string;
}

const ENGLISH = {
  phaseAdded: (name: string) => `The phase ${name} is new.`,
  phaseRemoved: (name: string) => `The phase ${name} is gone.`,
  momentAdded: (place: string) => `New: ${place}.`,
  momentRemoved: (place: string) => `Gone: ${place}.`,
  eased: (what: string, from: number, to: number) => `Eased: ${what}, from ${String(from)} to ${String(to)}.`,
  worsened: (what: string, from: number, to: number) =>
    `Worse: ${what}, from ${String(from)} to ${String(to)}.`,
  frictionAdded: (what: string) => `A new friction: ${what}.`,
  frictionRemoved: (what: string) => `No longer a friction: ${what}.`,
  feltBetter: (place: string, from: string, to: string) => `Felt better: ${place}, from ${from} to ${to}.`,
  feltWorse: (place: string, from: string, to: string) => `Felt worse: ${place}, from ${from} to ${to}.`,
  nothing: 'Nothing that is compared differs.',
};

const FRENCH: typeof ENGLISH = {
  phaseAdded: (name) => `La phase ${name} est nouvelle.`,
  phaseRemoved: (name) => `La phase ${name} disparaît.`,
  momentAdded: (place) => `Nouveau : ${place}.`,
  momentRemoved: (place) => `Supprimé : ${place}.`,
  eased: (what, from, to) => `Atténuée : ${what}, de ${String(from)} à ${String(to)}.`,
  worsened: (what, from, to) => `Aggravée : ${what}, de ${String(from)} à ${String(to)}.`,
  frictionAdded: (what) => `Nouvelle friction : ${what}.`,
  frictionRemoved: (what) => `Friction levée : ${what}.`,
  feltBetter: (place, from, to) => `Mieux vécu : ${place}, de ${from} à ${to}.`,
  feltWorse: (place, from, to) => `Moins bien vécu : ${place}, de ${from} à ${to}.`,
  nothing: 'Rien de ce qui est comparé ne diffère.',
};

/** The comparison in sentences, what matters most first. */
export function tellComparison(
  { phases, moments, friction, emotions, texts }: MapComparison,
  telling: Telling,
): string[] {
  const words = languageOf(telling.locale) === 'fr' ? FRENCH : ENGLISH;
  const place = (at: MomentPlace) =>
    `${telling.touchpointName(at.touchpoint)} (${telling.phaseName(at.phase)})`;
  const told = (text: LocalisedText) => resolveText(text, telling.locale, telling.defaultLocale);
  const what = (change: FrictionChange) => `${told(change.text)} – ${place(change)}`;
  const sentences = [
    ...phases.added.map((key) => words.phaseAdded(telling.phaseName(key))),
    ...phases.removed.map((key) => words.phaseRemoved(telling.phaseName(key))),
    ...moments.added.map((at) => words.momentAdded(place(at))),
    ...moments.removed.map((at) => words.momentRemoved(place(at))),
    ...friction.eased.map((change) => words.eased(what(change), change.from ?? 0, change.to ?? 0)),
    ...friction.removed.map((change) => words.frictionRemoved(what(change))),
    ...friction.worsened.map((change) => words.worsened(what(change), change.from ?? 0, change.to ?? 0)),
    ...friction.added.map((change) => words.frictionAdded(what(change))),
    ...emotions.better.map((at) => words.feltBetter(place(at), signed(at.from ?? 0), signed(at.to ?? 0))),
    ...emotions.worse.map((at) => words.feltWorse(place(at), signed(at.from ?? 0), signed(at.to ?? 0))),
  ];
  return sentences.length === 0 && texts.length === 0 ? [words.nothing] : sentences;
}
