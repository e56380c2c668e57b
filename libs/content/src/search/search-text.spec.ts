import { foldText, searchTextOf, searchWords } from './search-text.js';

describe('the text for searches', () => {
  it.each([
    ['Été à la plage', 'ete a la plage'],
    ['ÉCRIN', 'ecrin'],
    ['Cœur  de\n bœuf', 'coeur de boeuf'],
    ['Straße', 'strasse'],
    ['İzmir', 'izmir'],
    ['ΑΘΉΝΑ', 'αθηνα'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('has the key, the names and every text, in that order', () => {
    const document = {
      html: '<p class="x">Bonjour <b>Zoé</b></p>',
      list: ['A', { b: 'B' }],
      n: 5,
      key: 'k',
      name: { en: 'N' },
    };
    expect(searchTextOf(document)).toBe('k\nn\nbonjour zoe\na\nb');
  });

  it('has no secrets', () => {
    expect(searchTextOf({ key: 'k', name: 'n', config: { password: { $secret: 'set' } } })).toBe('k\nn');
  });

  it('ends somewhere', () => {
    expect(searchTextOf({ key: 'k', name: 'n', texts: Array(100).fill('x'.repeat(5_000)) })).toHaveLength(
      20_000,
    );
  });

  it('is asked for word by word, each once', () => {
    expect(searchWords('  Été été Plage ')).toEqual(['ete', 'plage']);
    expect(searchWords('   ')).toEqual([]);
  });
});
