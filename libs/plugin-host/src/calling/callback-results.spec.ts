import { checkedCallback } from './callback-results.js';
import { SecretScrubber } from './secret-scrubber.js';

const scrubber = new SecretScrubber(['s3cret']);
const completionsOf = (...completions: unknown[]) => {
  const result = checkedCallback({ status: 'accepted', completions }, scrubber);
  return result?.status === 'accepted' ? result.completions : undefined;
};

describe('what a plugin tells of completions (A7)', () => {
  it('is copied member by member, and tells no secret', () => {
    const told = {
      ...{ recordId: 't-1', outcome: 'lost', note: 'Of s3cret.', by: 'Grace', at: 5 },
      ...{ properties: { key: 's3cret' }, traits: { seats: 3 } },
    };
    expect(completionsOf({ ...told, more: 'x' })).toEqual([
      { ...told, note: 'Of •••.', properties: { key: '•••' } },
    ]);
  });

  it('leaves out what is too long, and what is no object or no time', () => {
    const long = { text: 'x'.repeat(20_000) };
    const told = {
      actionId: '7',
      outcome: 'o'.repeat(200),
      properties: long,
      traits: [],
      at: 'soon',
      note: '',
    };
    expect(completionsOf(told)).toEqual([{ actionId: '7', outcome: 'o'.repeat(100) }]);
  });

  it.each([
    ['names nothing', { outcome: 'lost' }],
    ['says nothing', { recordId: 't-1' }],
    ['says nothing in words', { recordId: 't-1', outcome: 7 }],
    ['is no object', 'lost'],
  ])('is rubbish where one of them %s', (_what, told) => {
    expect(completionsOf({ recordId: 't-1', outcome: 'lost' }, told)).toBeUndefined();
  });

  it('is not there where nothing was told', () => {
    expect(checkedCallback({ status: 'accepted' }, scrubber)).toEqual({
      ...{ status: 'accepted', reactions: [], replies: [], events: [] },
    });
  });
});
