import { SURVEY_SCALES, type SurveyDocument } from '@parcours/catalog';
import type { FormFields } from '@parcours/http';
import { parseDuration } from '@parcours/kernel';

/** Most characters of an answer in words. */
export const LONGEST_COMMENT = 2_000;

/** What a form has to say, or what is wrong with it; with it what was typed, so that nothing is lost. */
export type SurveyForm =
  | { readonly score: number; readonly comment?: string }
  | { readonly fault: 'missing' | 'tooLong'; readonly score?: number; readonly comment?: string };

/** Reads the form of a survey: a score within its scale, and the answer to the follow-up that belongs to the score. */
export function readSurveyForm(survey: SurveyDocument, fields: FormFields): SurveyForm {
  const score = scoreIn(survey, fields['score']?.[0]);
  if (score === undefined) return { fault: 'missing' };
  const at = followUpFor(survey, score);
  const comment = (at === undefined ? undefined : fields[`comment-${String(at)}`]?.[0])?.trim() ?? '';
  if (comment.length > LONGEST_COMMENT) return { fault: 'tooLong', score, comment };
  return comment === '' ? { score } : { score, comment };
}

/** A whole number of the scale of a survey; `undefined` for anything else. */
export function scoreIn({ kind }: SurveyDocument, text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{1,2}$/.test(text)) return undefined;
  const { from, to } = SURVEY_SCALES[kind];
  const score = Number(text);
  return score >= from && score <= to ? score : undefined;
}

/** The place of the follow-up that is asked after a score. */
export function followUpFor({ followUps = [] }: SurveyDocument, score: number): number | undefined {
  const at = followUps.findIndex(({ when }) => score >= when.from && score <= when.to);
  return at < 0 ? undefined : at;
}

/** True where a link that was made at a time is not answered any more. Times in milliseconds since the epoch. */
export function isOver({ expiresAfter }: SurveyDocument, madeAt: number, now: number): boolean {
  const length = expiresAfter === undefined ? undefined : parseDuration(expiresAfter);
  return length !== undefined && now > madeAt + length;
}
