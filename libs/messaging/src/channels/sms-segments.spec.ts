import { beyondGsm, smsSize } from './sms-segments.js';

const digits = (count: number) => '1234567890'.repeat(Math.ceil(count / 10)).slice(0, count);

describe('the size of a text message (B4)', () => {
  it.each([
    ['nothing', '', 'gsm-7', 1, 0],
    ['160 digits', digits(160), 'gsm-7', 1, 160],
    ['161 digits', digits(161), 'gsm-7', 2, 161],
    ['306 digits', digits(306), 'gsm-7', 2, 306],
    ['307 digits', digits(307), 'gsm-7', 3, 307],
    ['an emoji and 68 digits', `😜${digits(68)}`, 'ucs-2', 1, 70],
    ['an emoji and 69 digits', `😜${digits(69)}`, 'ucs-2', 2, 71],
    ['an emoji and 133 digits', `😜${digits(133)}`, 'ucs-2', 3, 135],
    ['a flag of two emojis and 66 digits', `🇮🇹${digits(66)}`, 'ucs-2', 1, 70],
    ['a flag of two emojis and 67 digits', `🇮🇹${digits(67)}`, 'ucs-2', 2, 71],
    ['a rainbow flag and 64 digits', `🏳️‍🌈${digits(64)}`, 'ucs-2', 1, 70],
    ['a rainbow flag and 65 digits', `🏳️‍🌈${digits(65)}`, 'ucs-2', 2, 71],
    ['right to left', 'مرحبا بك في متجرنا', 'ucs-2', 1, 18],
  ] as const)('of %s', (_name, text, encoding, segments, units) => {
    expect(smsSize(text)).toEqual({ encoding, segments, units });
  });

  it.each(['|', '^', '€', '{', '}', '[', ']', '~', '\\', '\f'])('counts %j twice', (letter) => {
    expect(smsSize(letter + digits(158))).toEqual({ encoding: 'gsm-7', segments: 1, units: 160 });
    expect(smsSize(letter + digits(159))).toEqual({ encoding: 'gsm-7', segments: 2, units: 161 });
  });

  it.each(['Á', 'Ú', 'ú', 'ç', 'í', 'Í', 'ó', 'Ó'])('takes the wide alphabet for %s', (letter) => {
    expect(smsSize(letter.repeat(70))).toEqual({ encoding: 'ucs-2', segments: 1, units: 70 });
    expect(smsSize(letter.repeat(71))).toEqual({ encoding: 'ucs-2', segments: 2, units: 71 });
    expect(beyondGsm(`a${letter}`)).toEqual([letter]);
  });

  it('never cuts a letter of two units', () => {
    expect(smsSize(`${digits(152)}€${digits(151)}`)).toMatchObject({ units: 305, segments: 2 });
    expect(smsSize(`${digits(152)}€${digits(152)}`)).toMatchObject({ units: 306, segments: 3 });
    expect(smsSize('😀'.repeat(67))).toMatchObject({ units: 134, segments: 3 });
  });

  it('keeps the letters of the alphabet small: French, German, Greek capitals', () => {
    expect(smsSize('Déjà là, où ? Ça! Größe: 5 £, ΔΦΓΛΩΠΨΣΘΞ ¿Qué?').encoding).toBe('gsm-7');
  });
});
