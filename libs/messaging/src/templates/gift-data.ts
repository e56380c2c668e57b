import { OFFER_TYPE, SURVEY_TYPE } from '@parcours/catalog';
import type { ContentSnapshot } from '@parcours/content';
import type { MessageGift } from '@parcours/engine';
import { type JsonObject, resolveText } from '@parcours/kernel';

/** Who reads, of which content, and where the pages are that answers are given on. */
export interface GiftReading {
  readonly content: ContentSnapshot;
  readonly locale: string;
  readonly defaultLocale: string;
  /** The address of the page of an option, or of the survey; `undefined` where nobody said under which address it is found. */
  readonly url: (option?: string) => string | undefined;
}

/**
 * What a template reads of what its step gives: `choices` and `choice.<key>` with `label`, `keyword` and `url`;
 * `survey` with `question` and `url`; `offer` with what the offer says; `answer` with what is acknowledged. Texts are in the language of the reader.
 */
export function giftData(gift: MessageGift | undefined, reading: GiftReading): JsonObject {
  if (!gift) return {};
  if ('choices' in gift) return choiceData(gift.choices, reading);
  if ('answer' in gift) return { answer: { ...gift.answer } };
  return 'survey' in gift ? surveyData(gift.survey, reading) : offerData(gift.offer, reading);
}

type Choices = Extract<MessageGift, { choices: unknown }>['choices'];

function choiceData(choices: Choices, { locale, defaultLocale, url }: GiftReading): JsonObject {
  const told = choices.map(({ key, label, keyword }) => ({
    key,
    label: resolveText(label, locale, defaultLocale),
    ...(keyword !== undefined && { keyword }),
    ...addressAs('url', url(key)),
  }));
  return { choices: told, choice: Object.fromEntries(told.map((each) => [each.key, each])) };
}

function surveyData(key: string, { content, locale, defaultLocale, url }: GiftReading): JsonObject {
  const found = content.byKey(SURVEY_TYPE, key)?.document;
  const question = found && { question: resolveText(found.question, locale, defaultLocale) };
  return { survey: { key, ...question, ...addressAs('url', url()) } };
}

/** Nothing of an offer that is not published any more: a template that reads it is not sent. */
function offerData(key: string, { content, locale, defaultLocale }: GiftReading): JsonObject {
  const found = content.byKey(OFFER_TYPE, key)?.document;
  if (!found) return {};
  const { headline, terms, gives, kind, percent, amount, currency, code, url, validUntil } = found;
  const texts = Object.entries({ headline, terms, gives }).flatMap(([name, text]): [string, string][] =>
    text === undefined ? [] : [[name, resolveText(text, locale, defaultLocale)]],
  );
  const measures = { percent, amount, currency, code, url, validUntil };
  const given = Object.entries(measures).filter(([, value]) => value !== undefined);
  return { offer: { key, kind, ...Object.fromEntries(texts), ...Object.fromEntries(given) } };
}

function addressAs(member: string, address: string | undefined): JsonObject {
  return address === undefined ? {} : { [member]: address };
}
