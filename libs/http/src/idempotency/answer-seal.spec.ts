import { seal, unseal } from './answer-seal.js';

const SECRET = { authorization: 'Bearer prc_x', idempotencyKey: 'k' };

describe('a sealed answer', () => {
  it('opens for the caller that it was given to', () => {
    expect(unseal(seal('{"token":"prc_é"}', SECRET), SECRET)).toBe('{"token":"prc_é"}');
  });

  it('cannot be read as it is stored', () => {
    expect(Buffer.from(seal('prc_secret', SECRET), 'base64').toString('latin1')).not.toContain('prc_secret');
  });

  it('stays shut for everybody else', () => {
    expect(() => unseal(seal('x', SECRET), { ...SECRET, authorization: 'Bearer prc_y' })).toThrow();
  });
});
