import { StreamDecoder } from './text-decoding.js';

const TEXT = `${'plain '.repeat(40)}Zoé Ångström € ${'naïve 漢字 '.repeat(40)}`;

function decoded(bytes: Buffer, size: number): { text: string; encoding: string | undefined } {
  const decoder = new StreamDecoder();
  let text = '';
  for (let from = 0; from < bytes.length; from += size)
    text += decoder.write(bytes.subarray(from, from + size));
  text += decoder.end();
  return { text, encoding: decoder.encoding };
}

describe('decoding a stream', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('is the same in pieces of %d bytes', (size) => {
    expect(decoded(Buffer.from(TEXT), size)).toEqual({ text: TEXT, encoding: 'utf-8' });
    expect(decoded(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), size)).toEqual({
      text: TEXT,
      encoding: 'utf-16le',
    });
    const latin = Buffer.from('x'.repeat(50) + 'é\x80 fin', 'latin1');
    expect(decoded(latin, size)).toEqual({ text: `${'x'.repeat(50)}é€ fin`, encoding: 'windows-1252' });
  });

  it('refuses what is not in the encoding that was found, and says about where', () => {
    const bytes = Buffer.concat([Buffer.from('é'.repeat(5_000)), Buffer.from([0xff])]);
    expect(() => decoded(bytes, 1_000)).toThrow(/somewhere after byte \d+ it is not utf-8/);
  });
});
