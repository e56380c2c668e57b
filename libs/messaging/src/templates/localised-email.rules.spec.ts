import { emailSource } from './localised-email.rules.js';

describe('the sources of an email', () => {
  const email = {
    subject: { en: 'Hello', fr: 'Bonjour' },
    preheader: { en: 'Quick', de: 'Kurz' },
    html: '<p>One for all</p>',
  };

  it('are each in the nearest language that it has', () => {
    expect(emailSource(email, 'fr-CA')).toEqual({
      subject: 'Bonjour',
      preheader: 'Quick',
      html: '<p>One for all</p>',
    });
  });

  it('fall back to the default language', () => {
    expect(emailSource(email, 'es', 'de')).toEqual({
      subject: 'Hello',
      preheader: 'Kurz',
      html: '<p>One for all</p>',
    });
  });

  it('leave out the parts that the email does not have', () => {
    const source = emailSource({ subject: 'S', html: 'H', text: { en: 'T' } }, 'fr');
    expect(source).toEqual({ subject: 'S', html: 'H', text: 'T' });
  });
});
