import { SeenIds } from './seen-ids.js';

describe('the ids that a file has had', () => {
  it('tells new ones from repeated ones, however many there are', () => {
    const seen = new SeenIds();
    const ids = Array.from({ length: 200_000 }, (_, at) => `customer-${String(at)}`);
    expect(ids.filter((id) => seen.add(id))).toEqual([]);
    expect(ids.filter((id) => !seen.add(id))).toEqual([]);
  });
});
