import { decide } from './import-decision.rules.js';

describe('the decision on a thing that is imported', () => {
  const gone = undefined;
  it.each([
    ['is new here', 'a', gone, gone, 'create', null],
    ['says the same', 'a', 'a', 'b', 'unchanged', null],
    ['changed here alone', 'b', 'a', 'a', 'update', null],
    ['changed there alone', 'a', 'b', 'a', 'kept', 'changed there'],
    ['changed on both sides', 'b', 'c', 'a', 'conflict', 'changed on both sides'],
    ['came to be on both sides', 'b', 'c', gone, 'conflict', 'created on both sides'],
    ['was deleted here alone', gone, 'a', 'a', 'delete', null],
    ['was deleted there alone', 'a', gone, 'a', 'kept', 'deleted there'],
    ['is new there', gone, 'a', gone, 'kept', 'new there'],
    ['was deleted here and changed there', gone, 'b', 'a', 'conflict', 'deleted here, changed there'],
    ['was changed here and deleted there', 'b', gone, 'a', 'conflict', 'changed here, deleted there'],
    ['differs while nothing is remembered', 'b', 'a', null, 'update', null],
    ['is missing here while nothing is remembered', gone, 'a', null, 'delete', null],
  ] as const)('when it %s', (_what, incoming, present, base, action, reason) => {
    expect(decide({ incoming, present, base }, false)).toEqual({ action, reason });
  });

  it.each([
    ['changed on both sides', 'b', 'c', 'update'],
    ['was changed there alone', 'a', 'c', 'update'],
    ['was deleted there', 'a', gone, 'create'],
    ['is new there', gone, 'c', 'delete'],
  ] as const)('is for ours by force when it %s', (_what, incoming, present, action) => {
    expect(decide({ incoming, present, base: 'a' }, true)).toEqual({ action, reason: null });
  });
});
