import { connectorPageDefects } from './connector-page.js';

describe('the page of a connector (A7)', () => {
  it('is wanting where it explains no code, and where its document does not fit', () => {
    const config = { type: 'object', required: ['nowhere'] };
    expect(
      connectorPageDefects({ type: 'sendgrid', config, codes: ['sendgrid.refused', 'sendgrid.nope'] }),
    ).toEqual(['sendgrid.nope is not explained', "config must have required property 'nowhere'"]);
  });
});
