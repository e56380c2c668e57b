import { languageOf } from '@parcours/kernel';

const ENGLISH = {
  current: 'Current state',
  future: 'Future state',
  map: 'Journey map',
  phase: 'Phase',
  touchpoints: 'Touchpoints',
  goals: 'Goals',
  actions: 'Actions',
  motivations: 'Motivations',
  questions: 'Questions',
  emotions: 'Emotions',
  friction: 'Friction',
  evidence: 'Evidence',
  persona: 'Persona',
  journeys: (names: string) => `Journeys: ${names}`,
  quoted: (words: string) => `“${words}”`,
  version: 'Version',
  draft: 'Draft',
  asTable: 'The same as a table',
  severity: (severity: number) => `severity ${String(severity)} of 5`,
  emotion: (emotion: number) => `${signed(emotion)} on a scale from −2 to +2`,
  summary: ({ phases, moments }: Counts) =>
    `${plural(phases, 'phase')} and ${plural(moments, 'moment')} at touchpoints, with what customers do, want, ask and feel at each.`,
  lowest: (place: string) => `The lowest point is ${place}.`,
  highest: (place: string) => `The highest point is ${place}.`,
  hardest: (place: string) => `The hardest obstacle: ${place}.`,
};

/** Every word that a sheet has of its own. */
export type SheetWords = typeof ENGLISH;

interface Counts {
  readonly phases: number;
  readonly moments: number;
}

const FRENCH: SheetWords = {
  current: 'État actuel',
  future: 'État futur',
  map: 'Carte du parcours',
  phase: 'Phase',
  touchpoints: 'Points de contact',
  goals: 'Objectifs',
  actions: 'Actions',
  motivations: 'Motivations',
  questions: 'Questions',
  emotions: 'Émotions',
  friction: 'Frictions',
  evidence: 'Sources',
  persona: 'Persona',
  journeys: (names) => `Parcours : ${names}`,
  quoted: (words) => `«\u00a0${words}\u00a0»`,
  version: 'Version',
  draft: 'Brouillon',
  asTable: 'Le même contenu en tableau',
  severity: (severity) => `gravité ${String(severity)} sur 5`,
  emotion: (emotion) => `${signed(emotion)} sur une échelle de −2 à +2`,
  summary: ({ phases, moments }) =>
    `${plural(phases, 'phase')} et ${plural(moments, 'moment')} aux points de contact, avec ce que les clients y font, veulent, se demandent et ressentent.`,
  lowest: (place) => `Le point le plus bas : ${place}.`,
  highest: (place) => `Le point le plus haut : ${place}.`,
  hardest: (place) => `L’obstacle le plus grave : ${place}.`,
};

/** French for French readers, English for everybody else. */
export function sheetWords(locale: string): SheetWords {
  return languageOf(locale) === 'fr' ? FRENCH : ENGLISH;
}

export function signed(emotion: number): string {
  if (emotion === 0) return '0';
  return emotion > 0 ? `+${String(emotion)}` : `−${String(-emotion)}`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
