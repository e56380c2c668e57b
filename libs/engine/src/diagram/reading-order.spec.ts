import type { DiagramGraph } from './diagram.js';
import { readingOrder } from './reading-order.js';

/** Boxes by their names, in this order; arrows as `a>b`. A name with a star lets customers in. */
function aGraph(names: string, ways: string): DiagramGraph {
  const boxes = names.split(' ').map((name) => ({
    id: name.replace('*', ''),
    role: name.endsWith('*') ? ('entry' as const) : ('step' as const),
    icon: 'step' as const,
    kind: '',
    title: name,
    details: [],
  }));
  const arrows = ways.split(' ').map((way, index) => {
    const [from = '', to = ''] = way.split('>');
    return { id: `a${String(index)}`, from, to, isBroken: false };
  });
  return { boxes, arrows, exitRules: [] };
}

const orderOf = (names: string, ways: string) =>
  readingOrder(aGraph(names, ways))
    .map(({ box }) => box.id)
    .join(' ');

describe('the reading order', () => {
  it('puts every step after those that lead to it', () => {
    expect(orderOf('t* end late early', 't>early early>late late>end')).toBe('t early late end');
  });

  it('puts the first way of a branch before the second', () => {
    expect(orderOf('t* b x y z', 't>b b>y b>x x>z y>z')).toBe('t b y x z');
  });

  it('keeps entrances first, in their order', () => {
    expect(orderOf('t* u* gate* a', 't>gate u>gate gate>a')).toBe('t u gate a');
  });

  it('breaks a loop where it goes back, whatever the order of writing', () => {
    expect(orderOf('t* c b a', 't>a a>b b>c c>a')).toBe('t a b c');
  });

  it('puts what nothing leads to last', () => {
    expect(orderOf('t* orphan a', 't>a orphan>a')).toBe('t a orphan');
  });

  it('is not stopped by a journey of 50,000 steps in a row', () => {
    const names = Array.from({ length: 50_000 }, (_, place) => `s${String(place)}`);
    const ways = names.slice(1).map((name, place) => `s${String(place)}>${name}`);
    expect(orderOf(`t* ${names.join(' ')}`, `t>s0 ${ways.join(' ')}`).startsWith('t s0 s1 ')).toBe(true);
  });
});
