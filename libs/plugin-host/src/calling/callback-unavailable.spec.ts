import { checkedCallback } from './callback-results.js';
import { SecretScrubber } from './secret-scrubber.js';

describe('a callback that cannot be understood now (A7)', () => {
  it('is handed on with its reason, without secrets', () => {
    const answer = { status: 'unavailable', detail: 'hunter22 is not taken now', events: [] };
    expect(checkedCallback(answer, new SecretScrubber(['hunter22']))).toEqual({
      status: 'unavailable',
      detail: '••• is not taken now',
    });
  });
});
