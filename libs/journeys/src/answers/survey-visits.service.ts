import { Injectable } from '@nestjs/common';
import { BRAND_TYPE, SURVEY_TYPE, type SurveyDocument } from '@parcours/catalog';
import type { PublishedVersion } from '@parcours/content';
import { Clock, type Language, resolveText } from '@parcours/kernel';

import { ANSWER_WORDS } from './answer-words.js';
import { type AskedVisit, AskedVisits } from './asked-visits.service.js';
import { isOver } from './survey-form.rules.js';

/** Somebody who holds the link of a survey that is published. */
export interface SurveyVisit extends AskedVisit {
  readonly survey: PublishedVersion<SurveyDocument>;
  /** It is too late to answer. */
  readonly isOver: boolean;
}

/** Reads the links of surveys. */
@Injectable()
export class SurveyVisits {
  constructor(
    private readonly visits: AskedVisits,
    private readonly clock: Clock,
  ) {}

  /** `undefined` as for any question, and where the survey is not published any more. */
  async read(token: string, language: Language | undefined): Promise<SurveyVisit | undefined> {
    const visit = await this.visits.read(token, 'survey', language);
    const survey = visit?.content.byKey(SURVEY_TYPE, visit.question.survey);
    if (!visit || !survey) return undefined;
    const { brand } = survey.document;
    const worn = brand === undefined ? undefined : visit.content.byKey(BRAND_TYPE, brand);
    const sender = worn ? resolveText(worn.document.name, visit.language) : visit.sender;
    const over = isOver(survey.document, visit.link.at ?? 0, this.clock.now());
    return { ...visit, sender, survey, isOver: over };
  }
}

/** What a link leads to where there is nothing to answer any more. */
export function endOf(
  { answer, survey, language, ...visit }: SurveyVisit,
  isTold: boolean,
): { readonly title: string; readonly text: string } | undefined {
  const words = ANSWER_WORDS[language];
  const { thanks } = survey.document;
  if (answer && isTold) {
    return {
      title: words.thanksTitle,
      text: thanks === undefined ? words.thanks : resolveText(thanks, language),
    };
  }
  if (answer) return { title: words.answeredTitle, text: words.answeredBefore };
  return visit.isOver ? { title: words.closedTitle, text: words.closed } : undefined;
}
