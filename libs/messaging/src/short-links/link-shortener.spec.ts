import type { LinkSigner } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import type { Database } from '@parcours/database';
import { ManualClock } from '@parcours/kernel';

import { LinkShortener } from './link-shortener.service.js';
import type { ShortLink } from './short-link.js';
import { ShortLinkStore } from './short-link.store.js';

const NOW = Date.UTC(2026, 5, 1);

function aShortener() {
  const insertions: { readonly rows: readonly unknown[]; readonly onDuplicate?: unknown }[] = [];
  const sql = {
    insert: (insertion: (typeof insertions)[number]) => {
      insertions.push(insertion);
      return Promise.resolve(insertion.rows.length);
    },
  };
  const signer = { codeOf: (text: string) => `code of ${text}` };
  const shortener = new LinkShortener(
    signer as LinkSigner,
    { sql } as unknown as Database,
    new ShortLinkStore(),
    new ManualClock(NOW),
    new ParcoursConfig({}),
  );
  return { shortener, insertions };
}

const message = (messageId: number) => ({ messageId, customerId: 7, base: 'https://bv.example' });
const text = 'See https://a.example/1 and https://a.example/2';

describe('links that are made short', () => {
  it('are kept by one statement for a whole batch', async () => {
    const { shortener, insertions } = aShortener();
    const noted: ShortLink[] = [];
    for (let id = 1; id <= 50; id++) shortener.applied({ text }, message(id), noted);
    await shortener.keep(noted);
    expect(insertions).toHaveLength(1);
    expect(insertions[0]).toMatchObject({ table: 'short_links', onDuplicate: 'ignore' });
    expect(insertions[0]?.rows).toHaveLength(100);
    expect(insertions[0]?.rows[1]).toEqual([
      'code of short-link:1:https://a.example/2',
      ...[1, 7, 1, 2, 'https://a.example/2', NOW],
    ]);
  });

  it('cost a batch without any no statement', async () => {
    const { shortener, insertions } = aShortener();
    const noted: ShortLink[] = [];
    const content = { text: 'No link' };
    expect(shortener.applied(content, message(1), noted)).toBe(content);
    expect(shortener.applied({ text }, { ...message(2), base: undefined }, noted)).toEqual({ text });
    await shortener.keep(noted);
    expect(insertions).toEqual([]);
  });

  it('are the same when a message is written again', () => {
    const { shortener } = aShortener();
    const [first, second] = [1, 2].map(() => shortener.applied({ text }, message(1), []));
    expect(first).toEqual(second);
    expect(shortener.applied({ text }, message(2), [])).not.toEqual(first);
  });
});
