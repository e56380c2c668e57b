import { Logger } from '@nestjs/common';

import { PureCallFailed, PureCalls } from './pure-calls.js';
import { timeBoxed } from './time-box.js';

const isNumber = (answer: unknown): answer is number => typeof answer === 'number';
const fail = (): never => {
  throw new Error('no idea');
};

describe('timeBoxed', () => {
  it('hands on what is answered and what is thrown', () => {
    expect(timeBoxed(() => 7)).toBe(7);
    expect(timeBoxed<unknown>(() => undefined)).toBeUndefined();
    expect(() => timeBoxed(fail)).toThrow('no idea');
  });

  it('calls once more what was late, for the process may have been held up', () => {
    let calls = 0;
    const lateOnce = (): number => {
      while (calls === 0) if (performance.now() > startedAt + 40) calls = 1;
      return calls;
    };
    const startedAt = performance.now();
    expect(timeBoxed(lateOnce, 20)).toBe(1);
  });

  it('interrupts an endless loop, also one inside of another box, and goes on working', () => {
    const endless = (): never => {
      for (;;);
    };
    expect(() => timeBoxed(endless, 20)).toThrow(/timed out/);
    expect(timeBoxed(() => timeBoxed(() => 1) + timeBoxed(() => 2))).toBe(3);
    const both = () => {
      try {
        return timeBoxed(endless, 20);
      } catch {
        return 'interrupted';
      }
    };
    expect(timeBoxed(both, 5_000)).toBe('interrupted');
    expect(timeBoxed(() => 7)).toBe(7);
  });
});

describe('PureCalls', () => {
  let lines: unknown[];
  beforeEach(() => {
    lines = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line) => lines.push(line));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each<[string, () => unknown, RegExp]>([
    ['throws', fail, /no idea/],
    ['answers rubbish', () => 'seven', /did not answer/],
    ['answers later', () => Promise.resolve(7), /did not answer/],
  ])('fail where the function %s, and say so once', (_how, run, reason) => {
    const calls = new PureCalls('bank.points', isNumber);
    expect(() => calls.call(run)).toThrow(PureCallFailed);
    expect(() => calls.call(run)).toThrow(reason);
    expect(lines).toEqual([expect.stringMatching(/^plugins\.pure-call-failed: bank\.points: /)]);
  });

  it('leave a function alone for a while that fails again and again', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const calls = new PureCalls('bank.points', isNumber);
    let asked = 0;
    const failing = (): never => {
      asked += 1;
      return fail();
    };
    for (let at = 0; at < 10; at++) expect(() => calls.call(failing)).toThrow(PureCallFailed);
    expect(asked).toBe(3);
    expect(() => calls.call(() => 7)).toThrow(/several times in a row/);
    now.mockReturnValue(60_000);
    expect(calls.call(() => 7)).toBe(7);
  });

  it('do not count failures that others come between', () => {
    const calls = new PureCalls('bank.points', isNumber);
    for (let at = 0; at < 5; at++) {
      expect(() => calls.call(fail)).toThrow(PureCallFailed);
      expect(calls.call(() => at)).toBe(at);
    }
  });
});
