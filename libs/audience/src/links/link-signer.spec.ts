import type { SettingsStore } from '@parcours/database';

import { LinkSigner } from './link-signer.service.js';

async function aSigner(key: string): Promise<LinkSigner> {
  const settings = { readOrStore: () => Promise.resolve(Buffer.from(key).toString('base64')) };
  const signer = new LinkSigner(settings as unknown as SettingsStore);
  await signer.onModuleInit();
  return signer;
}

describe('the code of a text', () => {
  it('is eleven letters and digits, the same for the same text and key, and another one for any other', async () => {
    const [one, other] = [await aSigner('one'), await aSigner('other')];
    const texts = Array.from({ length: 2_000 }, (_, at) => `short-link:${String(at)}:https://a.example/`);
    const codes = texts.map((text) => one.codeOf(text));
    expect(codes.filter((code) => !/^[0-9A-Za-z]{11}$/.test(code))).toEqual([]);
    expect(texts.map((text) => one.codeOf(text))).toEqual(codes);
    expect(new Set([...codes, ...texts.map((text) => other.codeOf(text))]).size).toBe(4_000);
  });

  it('says nothing of the signature of a token', async () => {
    const signer = await aSigner('one');
    const [content = '', signature = ''] = signer.signText('text').split('.');
    const start = Buffer.from(signature, 'base64url').readBigUInt64BE();
    const code = Array.from(signer.codeOf(content)).reduce(
      (sum, letter) =>
        sum * 62n + BigInt('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(letter)),
      0n,
    );
    expect(code).not.toBe(start);
  });
});
