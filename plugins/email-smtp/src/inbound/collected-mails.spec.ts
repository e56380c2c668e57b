import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type InboundMail, readInbound } from './inbound-mail.js';

/** Mails of the world outside, beside the repository; they are not ours to copy. */
const FOLDERS = ['../shared/contracts/mail', '../../shared/contracts/mail'].map((path) =>
  join(process.cwd(), path),
);
const folder = FOLDERS.find((path) => existsSync(join(path, 'expected.json')));

interface Expected {
  readonly file: string;
  readonly suggested_class: string;
  readonly reports?: readonly { readonly recipients: readonly Readonly<Record<string, string>>[] }[];
  readonly x_failed_recipients?: readonly string[];
}

/** What became of each mail, in the words of the collection. */
function classOf(mail: InboundMail): string {
  if (mail.kind === 'complaint') return 'complaint';
  if (mail.kind !== 'bounce') return 'not-a-bounce';
  const classes = new Set(mail.recipients.map(({ bounce }) => bounce));
  const [only = 'not-a-bounce'] = classes;
  return classes.size > 1 ? 'mixed' : only;
}

/** A delay is no bounce; a deferral for policy that has ended is one of both. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  delayed: ['not-a-bounce'],
  soft: ['soft', 'policy'],
};

function collected(): Expected[] {
  if (folder === undefined) return [];
  const { messages } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    messages: Expected[];
  };
  return messages;
}

describe('collected mails', () => {
  if (folder === undefined) {
    it('are not at hand, and nothing is held against them', () => {
      process.stdout.write('collected mails: the folder shared/contracts/mail is absent\n');
      expect(FOLDERS.some((path) => existsSync(join(path, 'expected.json')))).toBe(false);
    });
    return;
  }

  it.each(collected().map((each) => [each.file, each.suggested_class, each] as const))(
    '%s is %s',
    async (file, expected, { reports = [], x_failed_recipients: named = [] }) => {
      const mail = await readInbound(readFileSync(join(folder, file)));
      expect(ACCEPTED[expected] ?? [expected]).toContain(classOf(mail));
      if (mail.kind !== 'bounce') return;
      const failed = reports
        .flatMap(({ recipients }) => recipients)
        .filter((each) => each['Action'] === 'failed');
      if (failed.length > 0) {
        expect(mail.recipients.map(({ status }) => status)).toEqual(failed.map((each) => each['Status']));
      }
      if (named.length > 0) expect(mail.recipients.map(({ address }) => address)).toEqual(named);
    },
  );
});
