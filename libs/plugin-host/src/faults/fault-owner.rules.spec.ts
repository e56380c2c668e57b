import { join } from 'node:path';

import { faultOwner } from './fault-owner.rules.js';

function failedAt(...places: readonly string[]): Error {
  const error = new Error('late');
  error.stack = ['Error: late', ...places.map((place) => `    at work (${place}:1:2)`)].join('\n');
  return error;
}

const HERE = join(process.cwd(), 'plugins', 'webhook');
const PLUGINS = [
  { id: 'webhook', source: HERE },
  { id: 'pager', source: '@acme/pager' },
];
const OURS = join(process.cwd(), 'libs', 'messaging', 'dist', 'index.js');

describe('faultOwner', () => {
  it.each([
    ['a folder', `file://${join(HERE, 'dist', 'index.js')}`, { plugin: 'webhook' }],
    ['a package', '/srv/node_modules/@acme/pager/index.js', { plugin: 'pager' }],
    ['the product', OURS, 'product'],
    ['a connection', 'node:net', 'nobody'],
    ['a library', '/srv/node_modules/other/index.js', 'nobody'],
  ])('knows the code of %s', (_whose, place, owner) => {
    expect(faultOwner(failedAt('node:internal/timers', place), PLUGINS)).toEqual(owner);
  });

  it('blames the plugin that led the product there', () => {
    expect(faultOwner(failedAt(OURS, join(HERE, 'src', 'index.ts')), PLUGINS)).toEqual({ plugin: 'webhook' });
  });

  it('does not take a folder for another whose name begins alike, nor a message for a frame', () => {
    expect(faultOwner(failedAt(`${HERE}-other/index.js`), PLUGINS)).toBe('nobody');
    expect(faultOwner(new Error(`at ${HERE}/index.js`), [])).not.toEqual({ plugin: 'webhook' });
    expect(faultOwner('no error at all', PLUGINS)).toBe('nobody');
  });
});
