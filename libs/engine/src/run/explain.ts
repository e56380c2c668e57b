import type { Sentence } from '../steps/step-type.js';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';
import type { StepRecord } from './passage.js';

/** Codes that every type of step shares. */
const COMMON: Readonly<Record<string, Sentence>> = {
  'exit-rule': {
    en: 'Exit rule {rule} fired, and the customer left the journey.',
    fr: 'La règle de sortie {rule} s’est appliquée : le client a quitté le parcours.',
  },
  goal: {
    en: 'The goal {goal} was reached, and the customer left the journey.',
    fr: 'L’objectif {goal} est atteint : le client a quitté le parcours.',
  },
  left: {
    en: 'The customer was taken out of the journey by {by}.',
    fr: 'Le client a été retiré du parcours par {by}.',
  },
  merged: {
    en: 'The customer became another who was on the way already; enrollment {goesOn} goes on.',
    fr: 'Le client a été réuni à un autre déjà en chemin ; le passage {goesOn} continue.',
  },
  'exited-by-operator': {
    en: 'The customer was taken out of the journey by hand, by {by}: {reason}.',
    fr: 'Le client a été retiré du parcours à la main par {by} : {reason}.',
  },
  paused: {
    en: 'The journey was paused, and those under way were taken out by {by}: {reason}.',
    fr: 'Le parcours a été mis en pause et les passages en cours arrêtés par {by} : {reason}.',
  },
  unpublished: {
    en: 'The journey was taken out of use, and those under way were stopped by {by}: {reason}.',
    fr: 'Le parcours a été retiré et les passages en cours arrêtés par {by} : {reason}.',
  },
  'moved-by-operator': {
    en: 'It was moved by hand to {next}, by {by}: {reason}.',
    fr: 'Le passage a été déplacé à la main vers {next} par {by} : {reason}.',
  },
  'skipped-by-operator': {
    en: 'The wait was cut short by hand, by {by}, so it went on to {next}: {reason}.',
    fr: 'L’attente a été écourtée à la main par {by} : passage à {next} ({reason}).',
  },
  'engine.loop': {
    en: 'The journey went round without ever resting and was stopped.',
    fr: 'Le parcours tournait sans jamais attendre et a été arrêté.',
  },
};

const UNKNOWN: Sentence = {
  en: 'The step was left ({code}).',
  fr: 'L’étape a été quittée ({code}).',
};

/** Languages in which records are put into words. */
export type ExplainLocale = 'en' | 'fr';

/**
 * One sentence that says why an enrollment left a step. Cases and rules count from 1 here.
 * @example explainRecord(record, 'en') // "Case 1 held, so it went on to thanks."
 */
export function explainRecord(
  record: StepRecord,
  locale: ExplainLocale,
  stepTypes: StepTypes = STEP_TYPES,
): string {
  const words = stepTypes.get(record.type)?.explain;
  const way = record.detail?.['way'];
  const ofWay = typeof way === 'string' ? words?.[`${record.code}.${way}`] : undefined;
  const sentence = ofWay ?? words?.[record.code] ?? COMMON[record.code] ?? UNKNOWN;
  return sentence[locale].replaceAll(/\{(\w+)\}/g, (_, member: string) => wordFor(record, member));
}

function wordFor({ code, detail }: StepRecord, member: string): string {
  if (member === 'code') return code;
  const value = detail?.[member];
  if (value === undefined || value === null) return '?';
  if (typeof value === 'number' && (member === 'case' || member === 'rule')) return String(value + 1);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
