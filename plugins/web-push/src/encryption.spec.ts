import { createECDH } from 'node:crypto';

import { Browser } from '../test/browser.js';
import { encrypted, LONGEST_BYTES } from './encryption.js';

/** RFC 8291, appendix A. */
const VECTOR = {
  plaintext: 'V2hlbiBJIGdyb3cgdXAsIEkgd2FudCB0byBiZSBhIHdhdGVybWVsb24',
  senderPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  browserPublic: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  browserPrivate: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
    'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};
const bytes = (text: string) => Buffer.from(text, 'base64url');
const keys = { p256dh: bytes(VECTOR.browserPublic), auth: bytes(VECTOR.auth) };

describe('what is encrypted for a browser', () => {
  it('is byte by byte that of RFC 8291, appendix A', () => {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(bytes(VECTOR.senderPrivate));
    const body = encrypted(bytes(VECTOR.plaintext), keys, { salt: bytes(VECTOR.salt), pair });
    expect(body.toString('base64url')).toBe(VECTOR.body);
  });

  it('is read by that browser, and differs each time', () => {
    const browser = new Browser({ privateKey: VECTOR.browserPrivate, auth: VECTOR.auth });
    expect(browser.read(bytes(VECTOR.body))).toBe('When I grow up, I want to be a watermelon');
    const twice = [1, 2].map(() => encrypted(Buffer.from('été ☕'), keys));
    expect(twice.map((body) => browser.read(body))).toEqual(['été ☕', 'été ☕']);
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(false);
    expect(() => new Browser().read(bytes(VECTOR.body))).toThrow();
  });

  it('fills one record at most', () => {
    expect(encrypted(Buffer.alloc(LONGEST_BYTES), keys)).toHaveLength(4_096);
  });

  it('cannot be made for a key that is none', () => {
    const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]);
    expect(() => encrypted(Buffer.from('x'), { ...keys, p256dh })).toThrow();
  });
});
