import { isJsonObject, type JsonValue } from '@parcours/kernel';

/** Longer documents are found by their beginning. */
const MAX_LENGTH = 20_000;
const MAX_WORDS = 10;
const SECRET = '$secret';

/** Letters that Unicode does not take apart into a letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** Lower case, without accents, with single spaces: `L’Été` and `l’ete` are one. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every text of a shown document, folded: its key and names first, without HTML tags and without secrets. */
export function searchTextOf(document: JsonValue): string {
  const texts: string[] = [];
  let length = 0;
  const collect = (value: JsonValue | undefined): void => {
    if (length > MAX_LENGTH) return;
    if (typeof value === 'string') {
      const text = foldText(value.slice(0, MAX_LENGTH * 4).replace(/<[^<>]*>/g, ' '));
      texts.push(text);
      length += text.length + 1;
    } else if (Array.isArray(value)) value.forEach(collect);
    else if (isJsonObject(value) && !Object.hasOwn(value, SECRET)) Object.values(value).forEach(collect);
  };
  if (isJsonObject(document)) {
    const { key, name, ...rest } = document;
    collect([key ?? '', name ?? '', rest]);
  }
  return texts.join('\n').slice(0, MAX_LENGTH);
}

/** The words that a search asks for, each of them to be found. */
export function searchWords(search: string): string[] {
  const words = foldText(search).split(' ');
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MAX_WORDS);
}
