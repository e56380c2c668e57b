import { covers } from '@parcours/http';

import { BUILT_IN_KEYS, builtInRoles } from './built-in-roles.rules.js';

const KNOWN = [
  '*',
  'audit:read',
  'connectors:*',
  'connectors:publish',
  'connectors:read',
  'connectors:write',
  'customers:read',
  'customers:write',
  'enrollments:operate',
  'events:write',
  'journeys:operate',
  'journeys:publish',
  'journeys:read',
  'journeys:trigger',
  'journeys:write',
  'tokens:write',
  'touchpoints:publish',
  'touchpoints:read',
  'touchpoints:write',
  'users:read',
  'users:write',
];

const roles = new Map(builtInRoles(KNOWN).map(({ key, scopes }) => [key, scopes]));
const may = (role: string, scope: string) => covers(roles.get(role) ?? [], scope);

describe('the built-in roles (F3)', () => {
  it('are the seven of the documentation', () => {
    expect([...roles.keys()]).toEqual([
      'owner',
      'admin',
      'editor',
      'publisher',
      'developer',
      'analyst',
      'integration',
    ]);
    expect(BUILT_IN_KEYS).toEqual([...roles.keys()]);
  });

  it('let an administrator do everything, but not hand out everything', () => {
    expect(KNOWN.filter((scope) => !may('admin', scope))).toEqual(['*']);
    expect(KNOWN.filter((scope) => !may('owner', scope))).toEqual([]);
  });

  it.each([
    [
      'editor',
      [
        'connectors:read',
        'customers:read',
        'journeys:read',
        'journeys:write',
        'touchpoints:read',
        'touchpoints:write',
      ],
    ],
    [
      'publisher',
      [
        'connectors:read',
        'customers:read',
        'enrollments:operate',
        'journeys:operate',
        'journeys:publish',
        'journeys:read',
        'journeys:write',
        'touchpoints:publish',
        'touchpoints:read',
        'touchpoints:write',
      ],
    ],
    [
      'developer',
      [
        'connectors:publish',
        'connectors:read',
        'connectors:write',
        'customers:read',
        'events:write',
        'journeys:read',
        'journeys:trigger',
        'touchpoints:read',
      ],
    ],
    ['analyst', ['connectors:read', 'customers:read', 'journeys:read', 'touchpoints:read']],
    ['integration', ['customers:read', 'customers:write', 'events:write', 'journeys:trigger']],
  ])('%s has these scopes and no other', (role, scopes) => {
    expect(roles.get(role)).toEqual(scopes);
  });

  it('leave administration to owners and administrators', () => {
    const others = BUILT_IN_KEYS.filter((key) => key !== 'owner' && key !== 'admin');
    const trespassing = others.filter((key) =>
      ['users:read', 'users:write', 'tokens:write', 'audit:read'].some((scope) => may(key, scope)),
    );
    expect(trespassing).toEqual([]);
  });
});
