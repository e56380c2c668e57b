/** What a word asks that a reader sends alone. */
export type KeywordRequest = 'stop' | 'start' | 'help';

/** The words that carriers know, in English and in French, without accents. */
const WORDS: Readonly<Record<KeywordRequest, readonly string[]>> = {
  stop: [
    'stop',
    'stopall',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'arret',
    'arreter',
    'desabonner',
    'desabonnement',
    'desinscrire',
    'desinscription',
  ],
  start: ['start', 'unstop', 'subscribe', 'reprendre', 'demarrer', 'reabonner', 'inscription'],
  help: ['help', 'info', 'aide'],
};

const REQUESTS: ReadonlyMap<string, KeywordRequest> = new Map(
  (['stop', 'start', 'help'] as const).flatMap((asks) => WORDS[asks].map((word) => [word, asks] as const)),
);

const LONGEST = 40;

/** Reads a text that is one of the words alone; capitals, accents and signs around it make no difference. */
export function keywordOf(text: string | undefined): { asks: KeywordRequest; word: string } | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const word = plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(stop all|opt out)$/, (words) => words.replace(' ', ''));
  const asks = REQUESTS.get(word);
  return asks && { asks, word };
}
