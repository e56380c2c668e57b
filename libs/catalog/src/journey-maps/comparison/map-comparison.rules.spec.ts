import type { Moment } from '../journey-map.type.js';
import { compareMaps } from './map-comparison.rules.js';

function aMap(phases: Readonly<Record<string, readonly Moment[]>>) {
  return { phases: Object.entries(phases).map(([phase, moments]) => ({ phase, moments })) };
}

const SLOW = { key: 'slow', text: 'Slow', severity: 4 };

describe('the comparison of two maps', () => {
  it('finds nothing between equal ones', () => {
    const map = aMap({
      buy: [{ touchpoint: 'shop', actions: [{ en: 'Buys' }], friction: [SLOW], emotion: -1 }],
    });
    const empty = compareMaps(map, structuredClone(map));
    expect(empty).toEqual({
      phases: { added: [], removed: [] },
      moments: { added: [], removed: [] },
      friction: { added: [], removed: [], eased: [], worsened: [] },
      emotions: { better: [], worse: [] },
      texts: [],
    });
  });

  it('tells a moment that moves to another phase as one less and one more', () => {
    const { moments, phases } = compareMaps(
      aMap({ buy: [{ touchpoint: 'shop' }] }),
      aMap({ look: [{ touchpoint: 'shop' }] }),
    );
    expect(phases).toEqual({ added: ['look'], removed: ['buy'] });
    expect(moments.added).toEqual([{ phase: 'look', touchpoint: 'shop' }]);
    expect(moments.removed).toEqual([{ phase: 'buy', touchpoint: 'shop' }]);
  });

  it('says that a friction is eased when it is less severe, even in other words', () => {
    const { friction } = compareMaps(
      aMap({ buy: [{ touchpoint: 'shop', friction: [SLOW] }] }),
      aMap({ buy: [{ touchpoint: 'shop', friction: [{ ...SLOW, text: 'A bit slow', severity: 2 }] }] }),
    );
    expect(friction.eased).toEqual([
      { phase: 'buy', touchpoint: 'shop', friction: 'slow', text: 'A bit slow', from: 4, to: 2 },
    ]);
    expect([friction.added, friction.removed, friction.worsened]).toEqual([[], [], []]);
  });

  it('takes the frictions of a moment away with it', () => {
    const { friction } = compareMaps(
      aMap({ buy: [{ touchpoint: 'shop', friction: [SLOW] }] }),
      aMap({ buy: [] }),
    );
    expect(friction.removed).toMatchObject([{ friction: 'slow', from: 4, to: undefined }]);
  });

  it('sorts emotions into better and worse, and leaves out what was not felt before', () => {
    const moments = (up: number, down: number, fresh?: number): Moment[] => [
      { touchpoint: 'up', emotion: up },
      { touchpoint: 'down', emotion: down },
      { touchpoint: 'fresh', ...(fresh !== undefined && { emotion: fresh }) },
    ];
    const { emotions } = compareMaps(aMap({ buy: moments(-1, 2) }), aMap({ buy: moments(1, 1, 2) }));
    expect(emotions.better).toEqual([{ phase: 'buy', touchpoint: 'up', from: -1, to: 1 }]);
    expect(emotions.worse).toEqual([{ phase: 'buy', touchpoint: 'down', from: 2, to: 1 }]);
  });

  it('tells texts that came and went, by member', () => {
    const { texts } = compareMaps(
      aMap({ buy: [{ touchpoint: 'shop', questions: [{ en: 'How much?', fr: 'Combien ?' }, 'When?'] }] }),
      aMap({ buy: [{ touchpoint: 'shop', questions: ['When?', 'Where?'] }] }),
    );
    expect(texts).toEqual([
      {
        phase: 'buy',
        touchpoint: 'shop',
        member: 'questions',
        added: ['Where?'],
        removed: [{ en: 'How much?', fr: 'Combien ?' }],
      },
    ]);
  });

  it('compares drafts that are not finished', () => {
    expect(compareMaps({}, aMap({ buy: [{ touchpoint: 'shop' }] })).moments.added).toHaveLength(1);
  });
});
