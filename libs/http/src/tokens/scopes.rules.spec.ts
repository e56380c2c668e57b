import { covers } from './scopes.rules.js';

describe('scopes', () => {
  it.each([
    [['*'], 'journeys:write', true],
    [['journeys:*'], 'journeys:write', true],
    [['journeys:write'], 'journeys:write', true],
    [['journeys:read', 'events:write'], 'journeys:write', false],
    [['journeys:*'], 'journeys-x:write', false],
    [['journeys:*'], '*', false],
    [['journeys:write'], 'journeys:*', false],
    [['journeys:*'], 'journeys:*', true],
    [[], 'journeys:read', false],
  ])('%j cover %s: %s', (owned, needed, expected) => {
    expect(covers(owned, needed)).toBe(expected);
  });
});
