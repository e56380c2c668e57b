import { unexplainedCodes } from './connector-page.js';

describe('the page of a connector (A7)', () => {
  it('is wanting where it explains no code', () => {
    const codes = ['sendgrid.refused', 'sendgrid.nope', 'sendgrid.nope'];
    expect(unexplainedCodes('sendgrid', codes)).toEqual(['sendgrid.nope']);
  });
});
