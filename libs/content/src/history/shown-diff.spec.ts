import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { diffShown } from './shown-diff.js';

const MASK = { $secret: 'set' };

/** Shows a mask for `config.password`, as connectors do. */
function present(document: JsonObject): JsonObject {
  const { config } = document;
  return isJsonObject(config) ? { ...document, config: { ...config, password: MASK } } : document;
}

const kept = (password: string, host = 'a') => ({ config: { host, password: { $secret: password } } });

describe('the shown difference', () => {
  it('tells that a secret changed, and neither what it was nor what it is', () => {
    expect(diffShown(kept('v1:aa'), kept('v1:bb'), present)).toEqual([
      { op: 'replace', pointer: '/config/password/$secret', from: 'set', to: 'set', isHidden: true },
    ]);
  });

  it('tells of what is visible as usual, and of an equal secret nothing', () => {
    expect(diffShown(kept('v1:aa'), kept('v1:aa', 'b'), present)).toEqual([
      { op: 'replace', pointer: '/config/host', from: 'a', to: 'b' },
    ]);
  });

  it('holds the nearest visible place when nothing of the settings is shown', () => {
    const nothing = (document: JsonObject) => ({ ...document, config: {} });
    expect(diffShown(kept('v1:aa'), kept('v1:bb'), nothing)).toEqual([
      { op: 'replace', pointer: '/config', from: {}, to: {}, isHidden: true },
    ]);
  });
});
