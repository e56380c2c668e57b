import { keywordOf } from './keyword.rules.js';

describe('words that readers send alone (D4)', () => {
  it.each([
    ['STOP', 'stop'],
    ['Stop all!', 'stop'],
    ['opt out', 'stop'],
    ['OPT-OUT.', 'stop'],
    ['OptOut', 'stop'],
    ['revoke', 'stop'],
    ['Arrêt', 'stop'],
    ['désabonnement', 'stop'],
    ['UNSTOP', 'start'],
    ['aide ?', 'help'],
  ])('%j asks for %s', (text, asks) => {
    expect(keywordOf(text)?.asks).toBe(asks);
  });

  it.each(['please stop writing', 'opt', 'out', '', 'stop '.repeat(20)])('%j asks for nothing', (text) => {
    expect(keywordOf(text)).toBeUndefined();
  });
});
