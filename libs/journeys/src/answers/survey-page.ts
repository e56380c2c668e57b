import { SURVEY_SCALES, type SurveyDocument } from '@parcours/catalog';
import { type LocalisedText, resolveText } from '@parcours/kernel';
import { type Html, markup, page, type PageFrame } from '@parcours/messaging';

import { ANSWER_WORDS } from './answer-words.js';
import { followUpFor, LONGEST_COMMENT } from './survey-form.rules.js';

/** The form of a survey, with what was typed before. */
export interface SurveyView extends PageFrame {
  readonly survey: SurveyDocument;
  readonly score?: number | undefined;
  readonly comment?: string | undefined;
  readonly fault?: 'missing' | 'tooLong' | undefined;
}

/** How many answers stand beside each other where there is room. */
const SIZES = { 'yes-no': 'few', 'csat-5': 'some', 'csat-7': 'some', ces: 'some', nps: 'many' } as const;

/**
 * The page of a survey: one question with a scale, and what is asked after each answer. It works without a script: the
 * style sheet shows the follow-up of the answer that is chosen, and browsers that cannot show all of them.
 */
export function surveyPage(view: SurveyView): string {
  const { language, survey, fault } = view;
  const words = ANSWER_WORDS[language];
  const question = textIn(survey.question, view);
  const content = markup`
<form method="post" class="card" novalidate>
<h1 id="question">${question}</h1>
${fault && faultBox(view)}
<fieldset class="scale ${SIZES[survey.kind]}" aria-describedby="ends"${fault === 'missing' && markup` aria-invalid="true"`}>
<legend class="unseen">${question}</legend>
<p id="ends" class="soft">${endsOf(view)}</p>
<div class="scores">${scoresOf(survey).map((score) => radio(score, view))}</div>
</fieldset>
${(survey.followUps ?? []).map((_followUp, at) => followUp(at, view))}
<button class="main">${words.send}</button>
</form>`;
  return page(view, question, content);
}

/** Says that an answer has arrived, has arrived before, or comes too late. */
export function surveyEndPage(
  frame: PageFrame,
  { title, text }: { readonly title: string; readonly text: string },
): string {
  const content = markup`
<div class="card">
<h1>${title}</h1>
<p class="told" role="status">${text}</p>
</div>`;
  return page(frame, title, content);
}

function faultBox({ language, fault, survey, score }: SurveyView): Html {
  const words = ANSWER_WORDS[language];
  const { from } = SURVEY_SCALES[survey.kind];
  const at = score === undefined ? undefined : followUpFor(survey, score);
  const [target, text] =
    fault === 'tooLong'
      ? [`comment-${String(at ?? 0)}`, words.tooLong]
      : [`score-${String(from)}`, words.missing];
  return markup`<div class="told mark" role="alert"><b>${words.faultTitle}</b> <a href="#${target}">${text}</a></div>`;
}

function scoresOf({ kind }: SurveyDocument): number[] {
  const { from, to } = SURVEY_SCALES[kind];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** What the ends of the scale are called. Yes and no speak for themselves. */
function endsOf(view: SurveyView): string {
  const { survey, language } = view;
  const words = ANSWER_WORDS[language];
  if (survey.kind === 'yes-no') return '';
  const { from, to } = SURVEY_SCALES[survey.kind];
  const { low, high } = survey.labels ?? {};
  const ends = [
    ...(low === undefined ? [] : [words.end(from, textIn(low, view))]),
    ...(high === undefined ? [] : [words.end(to, textIn(high, view))]),
  ];
  return ends.length > 0 ? ends.join(' · ') : words.scale(from, to);
}

function radio(score: number, view: SurveyView): Html {
  const checked = view.score === score && markup` checked`;
  return markup`<label><input type="radio" name="score" id="score-${score}" value="${score}"${checked}><span>${labelOf(score, view)}</span></label>`;
}

function labelOf(score: number, view: SurveyView): string {
  const { survey, language } = view;
  if (survey.kind !== 'yes-no') return String(score);
  const { yes, no } = ANSWER_WORDS[language];
  const label = score === 1 ? survey.labels?.high : survey.labels?.low;
  if (label !== undefined) return textIn(label, view);
  return score === 1 ? yes : no;
}

/** The classes name the answers after which it is asked. */
function followUp(at: number, view: SurveyView): Html {
  const { survey, language, score, comment } = view;
  const { when, question } = survey.followUps?.[at] ?? { when: { from: 0, to: -1 }, question: '' };
  const classes = Array.from(
    { length: when.to - when.from + 1 },
    (_, offset) => `s${String(when.from + offset)}`,
  );
  const id = `comment-${String(at)}`;
  const isTyped = score !== undefined && followUpFor(survey, score) === at;
  return markup`<div class="follow ${classes.join(' ')}">
<label for="${id}">${textIn(question, view)}</label>
<p class="soft" id="about-${id}">${ANSWER_WORDS[language].optional}</p>
<textarea id="${id}" name="${id}" rows="4" maxlength="${LONGEST_COMMENT}" aria-describedby="about-${id}">${isTyped && comment}</textarea>
</div>
`;
}

function textIn(text: LocalisedText, { language }: PageFrame): string {
  return resolveText(text, language);
}
