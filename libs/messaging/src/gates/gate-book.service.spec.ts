import type { ParcoursConfig } from '@parcours/config';
import type { PublishedContent } from '@parcours/content';
import type { Database } from '@parcours/database';

import { GateBook } from './gate-book.service.js';
import type { GateStore } from './gate.store.js';

describe('what is known of gates (F10)', () => {
  it('includes the limits of a connector from its first message, however lately it was published', async () => {
    const connectors = [{ itemId: 1, versionId: 10, document: {} }];
    const snapshot = () => Promise.resolve({ all: () => [...connectors] });
    const book = new GateBook(
      {} as Database,
      { snapshot } as unknown as PublishedContent,
      { all: () => Promise.resolve(new Map()) } as unknown as GateStore,
      { now: () => 0 },
      { workspace: { timezone: 'UTC' } } as ParcoursConfig,
    );
    expect(await book.glance(1)).toMatchObject({ isGuarded: false });
    connectors.push({ itemId: 2, versionId: 20, document: { limits: { perSecond: 10 } } });
    expect(await book.glance(2)).toMatchObject({ isGuarded: true, terms: { limits: { perSecond: 10 } } });
  });
});
