import type { LayoutGraph } from '@parcours/engine';

import { LayoutThread } from './layout-thread.js';

const graph = (target: string): LayoutGraph => ({
  id: 'graph',
  layoutOptions: { 'elk.algorithm': 'layered' },
  children: [
    { id: 'a', width: 10, height: 10 },
    { id: 'b', width: 10, height: 10 },
  ],
  edges: [{ id: 'way', sources: ['a'], targets: [target] }],
});

describe('the thread that lays graphs out', () => {
  const thread = new LayoutThread();
  afterAll(() => thread.onModuleDestroy());

  it('gives everything a place, as often as it is asked', async () => {
    const laid = await Promise.all([thread.layout(graph('b')), thread.layout(graph('b'))]);
    const xs = laid.map(({ children = [] }) => children.map(({ x }) => x));
    expect(xs[0]?.[0]).not.toBe(xs[0]?.[1]);
    expect(xs[1]).toEqual(xs[0]);
  });

  it('says what it cannot lay out, and goes on with the next', async () => {
    await expect(thread.layout(graph('nowhere'))).rejects.toThrow('the layout failed');
    expect((await thread.layout(graph('b'))).children).toHaveLength(2);
  });

  it('starts again after it was stopped', async () => {
    await thread.onModuleDestroy();
    expect((await thread.layout(graph('b'))).children).toHaveLength(2);
  });
});
