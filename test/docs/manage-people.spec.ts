import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { profiles } from '@parcours/testing';

import { startPlatform } from '../e2e/support/platform.js';
import { describeHowTo } from './support/how-to.js';

describeHowTo('manage-people');

interface Role {
  readonly key: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

describe('the built-in roles of a whole installation', () => {
  const [embedded] = profiles;
  let roles: readonly Role[];

  beforeAll(async () => {
    const platform = await startPlatform(embedded!);
    try {
      roles = (await platform.data('GET', '/roles')) as readonly Role[];
    } finally {
      await platform.stop();
    }
  });

  it('are those of the page, by key and description', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/manage-people.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z]+)`\s*\| (.+?)\s*\|$/gm)].map(([, key, may]) => [key, may]);
    expect(rows).toEqual(roles.map(({ key, description }) => [key, description]));
  });

  it('leave no scope of content, customers or connectors to owners and administrators alone, but these', () => {
    const others = new Set(
      roles.filter(({ key }) => key !== 'owner' && key !== 'admin').flatMap(({ scopes }) => scopes),
    );
    const areas = roles.find(({ key }) => key === 'admin')!.scopes.map((scope) => scope.split(':')[0]!);
    const left = areas.filter((area) => ![...others].some((scope) => scope.startsWith(`${area}:`)));
    expect(left).toEqual(['audit', 'roles', 'tokens', 'users']);
  });

  it('let an editor write what a publisher publishes, and neither set up connectors', () => {
    const scopesOf = (key: string) => roles.find((role) => role.key === key)!.scopes;
    const written = scopesOf('editor').filter((scope) => scope.endsWith(':write'));
    // What was changed for customers is written down, and never published.
    const drafted = written.filter((scope) => scope !== 'feedback:write');
    expect(written).toHaveLength(drafted.length + 1);
    const published = scopesOf('publisher').filter((scope) => scope.endsWith(':publish'));
    expect(drafted.map((scope) => scope.split(':')[0])).toEqual(
      published.map((scope) => scope.split(':')[0]),
    );
    expect(published).toEqual(
      expect.arrayContaining(['journeys:publish', 'releases:publish', 'personas:publish']),
    );
    expect(written).not.toContain('connectors:write');
    expect(scopesOf('developer')).toContain('connectors:publish');
  });
});
