import { declaredErrors, defineErrors, describeError, errorOf, isRetryable } from './errors.js';

const TestErrors = defineErrors('testing', {
  lost: errorOf<{ key: string }>({
    code: 'testing.lost',
    status: 404,
    title: 'Lost',
    detail: ({ key }) => `There is no '${key}'.`,
  }),
  busy: errorOf<Record<string, never>>({
    code: 'testing.busy',
    status: 503,
    title: 'Busy',
    detail: () => 'Later.',
    retryable: true,
  }),
});

describe('an error of a catalogue', () => {
  it('says what its entry says of these values', () => {
    const cause = new Error('inner');
    const error = TestErrors.lost({ key: 'x' }, { cause, retryAfter: 3 });
    expect(error).toMatchObject({
      code: 'testing.lost',
      status: 404,
      message: "There is no 'x'.",
      retryAfter: 3,
      cause,
    });
    expect(error.errors).toEqual([]);
  });

  it('is listed for the reference', () => {
    expect(declaredErrors()).toContainEqual({
      code: 'testing.busy',
      status: 503,
      title: 'Busy',
      retryable: true,
    });
  });

  it('tells its entry without being made', () => {
    expect(TestErrors.lost.entry).toEqual({
      code: 'testing.lost',
      status: 404,
      title: 'Lost',
      retryable: false,
    });
  });

  it('is retried only where the catalogue says so; unknown errors are', () => {
    expect(
      [TestErrors.lost({ key: 'x' }), TestErrors.busy({}), new Error('?'), 'text'].map(isRetryable),
    ).toEqual([false, true, true, true]);
  });

  it('must carry the name of its area', () => {
    const wrong = errorOf<object>({ code: 'other.x', status: 400, title: 'X', detail: () => '' });
    expect(() => defineErrors('testing', { wrong })).toThrow(TypeError);
  });
});

it('an error in a log is its name and message alone', () => {
  const error = Object.assign(new Error('went wrong'), { sql: 'SELECT secret' });
  expect(describeError(error)).toBe('Error: went wrong');
  expect(describeError('text')).toBe('text');
});
