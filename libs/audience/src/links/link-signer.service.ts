import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SettingsStore } from '@parcours/database';

/** What a link is for. The letter is part of the link. */
export const LINK_PURPOSES = {
  preferences: 'p',
  unsubscribe: 'u',
  confirm: 'c',
  choice: 'o',
  survey: 's',
} as const;

export type LinkPurpose = keyof typeof LINK_PURPOSES;

/** What a link stands for. It carries no name and no address: a link is forwarded, logged and cached. */
export interface Link {
  readonly purpose: LinkPurpose;
  /** The customer's inner id; one who was merged since is found. */
  readonly customerId: number;
  readonly channel?: string | undefined;
  readonly topic?: string | undefined;
  /** When what is to be confirmed or answered was asked for, in milliseconds since the epoch. */
  readonly at?: number | undefined;
  /** The visit of a step that asks; of a choice and a survey. */
  readonly asked?: AskingVisit | undefined;
  /** The message that carries the link; of a link to unsubscribe. */
  readonly messageId?: number | undefined;
}

/** The visit of an enrollment to a step that asks something. */
export interface AskingVisit {
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  /** Of a choice, what the link chooses. */
  readonly option?: string | undefined;
}

const PURPOSES = ['preferences', 'unsubscribe', 'confirm', 'choice', 'survey'] as const;

const SETTING = 'link-key';
const KEY_BYTES = 32;
/** Half a SHA-256: guessing one takes longer than anything lasts. */
const SIGNATURE_BYTES = 16;
const LONGEST = 1_000;

/** None that a program which finds links in a text might leave out at the end. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LETTER_COUNT = BigInt(LETTERS.length);
/** 62^11 is just more than 2^64. */
const CODE_LENGTH = 11;

/**
 * Signs the links that customers get, so that nobody can make one up. The key is made at the first start and kept with the
 * data: every process has the same, and a copy of the database keeps its links.
 */
@Injectable()
export class LinkSigner implements OnModuleInit {
  private key: Buffer | undefined;

  constructor(private readonly settings: SettingsStore) {}

  async onModuleInit(): Promise<void> {
    const stored = await this.settings.readOrStore(SETTING, randomBytes(KEY_BYTES).toString('base64'));
    this.key = Buffer.from(stored, 'base64');
  }

  /** A token of letters, digits, `-`, `_` and one dot. */
  sign({ purpose, customerId, channel, topic, at, asked, messageId }: Link): string {
    const place = asked ? [asked.enrollmentId, asked.step, asked.visit, asked.option ?? 0] : [];
    const carrier = messageId === undefined ? place : [0, 0, 0, 0, messageId];
    const members = [LINK_PURPOSES[purpose], customerId, channel ?? 0, topic ?? 0, at ?? 0, ...carrier];
    return this.signText(JSON.stringify(members));
  }

  /** `undefined` for a token that was not signed here. */
  read(token: string): Link | undefined {
    const text = this.readText(token, LONGEST);
    return text === undefined ? undefined : linkOf(text);
  }

  /**
   * A token that carries a text. One purpose must not be taken for another: let texts begin with what tells whose they
   * are.
   */
  signText(text: string): string {
    const content = Buffer.from(text).toString('base64url');
    return `${content}.${this.signature(content).toString('base64url')}`;
  }

  /** The text of a token of so many characters at the most; `undefined` for one that was not signed here. */
  readText(token: string, longest: number): string | undefined {
    const [content, signature, ...rest] = token.length > longest ? [] : token.split('.');
    if (content === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== SIGNATURE_BYTES || !timingSafeEqual(given, this.signature(content)))
      return undefined;
    return Buffer.from(content, 'base64url').toString('utf8');
  }

  /** What a text comes to in eleven letters and digits: 64 bits that nobody can guess. Begin it with what it is for. */
  codeOf(text: string): string {
    // No token is signed by a text that begins like this.
    let rest = this.signature(`:${text}`).readBigUInt64BE();
    let code = '';
    for (let at = 0; at < CODE_LENGTH; at++) {
      code = LETTERS.charAt(Number(rest % LETTER_COUNT)) + code;
      rest /= LETTER_COUNT;
    }
    return code;
  }

  private signature(content: string): Buffer {
    if (!this.key) throw new TypeError('links are signed once the modules have started');
    return createHmac('sha256', this.key).update(content).digest().subarray(0, SIGNATURE_BYTES);
  }
}

/** Whatever carries our signature was written by `sign`. */
function linkOf(text: string): Link | undefined {
  const [letter, customerId, channel, topic, at, ...place] = JSON.parse(text) as [
    string,
    number,
    string | 0,
    string | 0,
    number,
    number?,
    string?,
    number?,
    (string | 0)?,
    number?,
  ];
  const purpose = PURPOSES.find((candidate) => LINK_PURPOSES[candidate] === letter);
  if (!purpose) return undefined;
  const [enrollmentId = 0, step, visit, option, messageId] = place;
  const isAsked = enrollmentId !== 0 && step !== undefined && visit !== undefined;
  return {
    purpose,
    customerId,
    channel: channel === 0 ? undefined : channel,
    topic: topic === 0 ? undefined : topic,
    at: at === 0 ? undefined : at,
    ...(isAsked && { asked: { enrollmentId, step, visit, option: option === 0 ? undefined : option } }),
    ...(messageId !== undefined && { messageId }),
  };
}
