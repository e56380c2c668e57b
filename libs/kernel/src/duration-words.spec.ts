import { describeDuration } from './duration-words.js';

describe('a duration in words', () => {
  it.each([
    ['1s', '1 second', '1 seconde'],
    ['30s', '30 seconds', '30 secondes'],
    ['15m', '15 minutes', '15 minutes'],
    ['36h', '36 hours', '36 heures'],
    ['1d', '1 day', '1 jour'],
    ['2d', '2 days', '2 jours'],
    ['1w', '1 week', '1 semaine'],
    ['0d', '0 days', '0 jour'],
    ['-30d', '30 days', '30 jours'],
    ['+26w', '26 weeks', '26 semaines'],
    ['soon', 'soon', 'soon'],
  ])('of %s is %s, in French %s', (text, english, french) => {
    expect(describeDuration(text, 'en')).toBe(english);
    expect(describeDuration(text, 'fr')).toBe(french);
  });
});
