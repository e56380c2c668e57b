import { smoothPath } from './emotion-curve.js';

function bezierNumbers(path: string): number[] {
  return (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

describe('the curve of emotions', () => {
  const points = [
    { x: 0, y: 100 },
    { x: 50, y: 20 },
    { x: 90, y: 20 },
    { x: 200, y: 180 },
  ];

  it('goes through every point', () => {
    for (const { x, y } of points) expect(smoothPath(points)).toContain(`${String(x)} ${String(y)}`);
  });

  it('never leaves the range of its points, even between them', () => {
    const heights = bezierNumbers(smoothPath(points)).filter((_number, index) => index % 2 === 1);
    expect(Math.min(...heights)).toBe(20);
    expect(Math.max(...heights)).toBe(180);
  });

  it('is level where it turns', () => {
    const [, , , , , arriveX, arriveY] = [0, ...bezierNumbers(smoothPath(points))];
    expect([arriveX !== undefined, arriveY]).toEqual([true, 20]);
  });

  it.each([
    [[], ''],
    [[{ x: 1, y: 2 }], 'M1 2'],
  ])('of %j is %j', (few, path) => {
    expect(smoothPath(few)).toBe(path);
  });
});
