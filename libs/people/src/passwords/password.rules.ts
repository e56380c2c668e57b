import type { ErrorItem } from '@parcours/kernel';

import type { PEOPLE_DEFECTS } from '../people.errors.js';
import { COMMON_WORDS, RUNS } from './common-passwords.js';

export const PASSWORD_MIN_LENGTH = 12;

/** Hashing costs the same for any length, but a body of a megabyte has no business there. */
export const PASSWORD_MAX_LENGTH = 1_024;

const DISTINCT_CHARACTERS = 5;

/** Whom a password is for: nobody's is made of who they are. */
export interface PasswordHolder {
  readonly email: string;
  readonly name: string;
}

/**
 * The form in which passwords are hashed and compared: an é is the same however a keyboard composes it (NFKC, as NIST SP
 * 800-63B section 5.1.1.2 has it).
 */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC');
}

/** What speaks against a password, nothing when it will do. There is no rule on kinds of characters: length counts. */
export function passwordDefects(text: string, holder: PasswordHolder, pointer = '/password'): ErrorItem[] {
  const password = normalisePassword(text);
  if (Array.from(password).length < PASSWORD_MIN_LENGTH) {
    const detail = `Has fewer than ${String(PASSWORD_MIN_LENGTH)} characters. A few words make a good one.`;
    return [defect(pointer, 'people.password-too-short', detail)];
  }
  const folded = password.toLowerCase();
  if (isPersonal(folded, holder)) {
    return [defect(pointer, 'people.password-personal', 'Is made of the e-mail address or the name.')];
  }
  return isCommon(folded)
    ? [defect(pointer, 'people.password-common', 'Is among the first that somebody would try.')]
    : [];
}

function defect(pointer: string, code: keyof typeof PEOPLE_DEFECTS, detail: string): ErrorItem {
  return { pointer, code, detail };
}

function isPersonal(folded: string, { email, name }: PasswordHolder): boolean {
  const address = email.toLowerCase();
  const [local = '', domain = ''] = address.split('@');
  const own = [address, local, domain, domain.split('.')[0] ?? '', name.toLowerCase()].map(lettersOf);
  const letters = lettersOf(folded);
  return own.some((part) => part.length >= 3 && (letters === part || isRepeated(letters, part)));
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < DISTINCT_CHARACTERS) return true;
  if (isRun(folded)) return true;
  return [folded, unleeted(folded)].some((text) => {
    const letters = lettersOf(text);
    return (
      isMadeOfCommonWords(letters) ||
      (letters.length >= 3 && letters.length < folded.length && isRun(letters))
    );
  });
}

/** The letters alone: `Password-2024!` is `password`. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `p@ssw0rd2024!` is `password`: what hangs on at either end goes first, as its digits stand for no letters. */
function unleeted(text: string): string {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return core.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
}

/** One common word, or two in a row; three and more are a phrase. Nothing but signs and digits counts as one too. */
function isMadeOfCommonWords(letters: string): boolean {
  if (letters === '') return false;
  if (COMMON_WORDS.has(letters)) return true;
  for (let at = 3; at <= letters.length - 3; at++) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)];
    if (!COMMON_WORDS.has(first)) continue;
    if (COMMON_WORDS.has(second) || isRepeated(second, first)) return true;
  }
  return false;
}

function isRepeated(text: string, part: string): boolean {
  return part !== '' && text.length > 0 && text.replaceAll(part, '') === '';
}

/** `123456789012`, `abcdefghijkl`, `qwertyuiop[]`, one way or the other, also a short one over and over. */
function isRun(text: string): boolean {
  const backwards = Array.from(text).reverse().join('');
  if (RUNS.some((run) => run.includes(text) || run.includes(backwards))) return true;
  for (let size = 3; size <= text.length / 2; size++) {
    const part = text.slice(0, size);
    if (text === part.repeat(Math.ceil(text.length / size)).slice(0, text.length)) {
      return size <= 4 || isRun(part);
    }
  }
  return false;
}
