import { answerTimeoutMs, requestsAtOnce } from './http-config.js';

describe('members of the configuration of an HTTP connector (A7)', () => {
  it('have the bounds of most connectors, or those that are given', () => {
    expect([answerTimeoutMs(10_000), answerTimeoutMs(45_000, { most: 180_000 })]).toMatchObject([
      { minimum: 100, default: 10_000, maximum: 30_000 },
      { minimum: 100, default: 45_000, maximum: 180_000 },
    ]);
    expect([requestsAtOnce(8), requestsAtOnce(4, { most: 32 })]).toMatchObject([
      { minimum: 1, default: 8, maximum: 64 },
      { minimum: 1, default: 4, maximum: 32 },
    ]);
  });
});
