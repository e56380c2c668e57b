import { nearest } from './findings.js';

describe('the name nearest to a mistyped one', () => {
  const names = ['welcome', 'thank-you', 'trial-ending'];

  it.each([
    ['welcom', 'welcome'],
    ['wellcome', 'welcome'],
    ['thankyou', 'thank-you'],
    ['trial-endign', 'trial-ending'],
  ])('%s is %s', (typed, meant) => {
    expect(nearest(typed, names)).toBe(meant);
  });

  it('is none when nothing is near', () => {
    expect(nearest('invoice', names)).toBeUndefined();
    expect(nearest('abc', ['xyz'])).toBeUndefined();
    expect(nearest('welcome', [])).toBeUndefined();
  });

  it('is the nearest of several near ones', () => {
    expect(nearest('tip', ['trip', 'tips', 'tip-2', 'top'])).toBe('trip');
    expect(nearest('remindr', ['remind', 'reminder'])).toBe('remind');
  });
});
