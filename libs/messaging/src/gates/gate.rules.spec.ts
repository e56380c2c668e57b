import fc from 'fast-check';
import { type GateState, NEW_GATE } from './gate-state.js';
import { type GateTerms } from './gate-terms.js';
import { admit, handedOut, type Report, settled } from './gate.rules.js';

const NOW = 1_800_000_000_000;
const END = NOW + 86_400_000;

/** One worker's view of a gate that all share. */
class Gate {
  state: GateState = NEW_GATE;
  now = NOW;
  private ids = 0;

  constructor(readonly terms: GateTerms) {}

  ask(wanted: number, isUrgent = false) {
    return admit(this.state, this.terms, { now: this.now, wanted, isUrgent });
  }

  /** Takes what is let through. Answers the id of the grant; nothing where the gate is shut. */
  take(wanted: number, { isUrgent = false, leaseMs = 15_000 } = {}): number | undefined {
    const { granted: count, isProbe } = this.ask(wanted, isUrgent);
    if (count === 0) return undefined;
    const id = ++this.ids;
    const grant = { id, count, until: this.now + leaseMs, isProbe, now: this.now };
    this.state = handedOut(this.state, this.terms, grant);
    return id;
  }

  end(grantId: number, report: Partial<Report> = {}): void {
    const used = this.state.out.find(({ id }) => id === grantId)?.count ?? 0;
    this.state = settled(this.state, this.terms, { grantId, now: this.now, used, health: 'up', ...report });
  }

  send(wanted: number, report: Partial<Report> = {}, isUrgent = false): number {
    const { granted } = this.ask(wanted, isUrgent);
    const id = this.take(wanted, { isUrgent });
    if (id !== undefined) this.end(id, report);
    return granted;
  }
}

const limited = (limits: GateTerms['limits']) => new Gate({ limits });
const down = { health: 'down', error: { code: 'x.down', detail: 'no answer' } } as const;

describe('a limit of a connector (F10)', () => {
  it('is never exceeded within any second, however long batches last and whoever asks', () => {
    const step = fc.record({
      waitMs: fc.nat(300),
      wanted: fc.integer({ min: 1, max: 20 }),
      isUrgent: fc.boolean(),
      lastsMs: fc.nat(800),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 60 }), (perSecond, steps) => {
        const gate = limited({ perSecond });
        const sentAt: number[] = [];
        let out: { id: number; endsAt: number; count: number; beganAt: number }[] = [];
        const settleUntil = (time: number) => {
          for (const { id, endsAt, count, beganAt } of [...out].sort((a, b) => a.endsAt - b.endsAt)) {
            if (endsAt > time) continue;
            gate.now = endsAt;
            gate.end(id);
            // The provider sees them at any time between, so at the worst.
            sentAt.push(...Array.from({ length: count }, (_, at) => (at % 2 === 0 ? beganAt : endsAt)));
            out = out.filter((each) => each.id !== id);
          }
          gate.now = time;
        };
        for (const { waitMs, wanted, isUrgent, lastsMs } of steps) {
          settleUntil(gate.now + waitMs);
          const { granted } = gate.ask(wanted, isUrgent);
          const id = gate.take(wanted, { isUrgent });
          if (id !== undefined)
            out.push({ id, endsAt: gate.now + lastsMs, count: granted, beganAt: gate.now });
        }
        settleUntil(gate.now + 10_000);
        sentAt.sort((a, b) => a - b);
        return sentAt.every((at, place) => {
          const other = sentAt[place + perSecond];
          return other === undefined || other - at >= 1_000;
        });
      }),
    );
  });

  it('lets as much through again as has left its window', () => {
    const gate = limited({ perSecond: 10 });
    expect([gate.send(100, {}, true), gate.ask(1, true).granted]).toEqual([10, 0]);
    const { nextAt = 0 } = gate.ask(1, true);
    expect(nextAt - NOW).toBeGreaterThanOrEqual(1_000);
    expect(nextAt - NOW).toBeLessThanOrEqual(1_050);
    gate.now = nextAt;
    expect(gate.ask(100, true).granted).toBe(10);
  });

  it('holds for minutes and for days as well', () => {
    const gate = limited({ perMinute: 20, perDay: 30 });
    expect(gate.send(100, {}, true)).toBe(20);
    gate.now += 61_000;
    expect(gate.send(100, {}, true)).toBe(10);
    gate.now += 61_000;
    expect(gate.send(100, {}, true)).toBe(0);
    gate.now += 86_400_000 + 900_000;
    expect(gate.send(100, {}, true)).toBe(20);
  });

  it('keeps a tenth from marketing, for what is urgent', () => {
    const gate = limited({ perMinute: 20 });
    expect([gate.send(100), gate.send(100), gate.send(100, {}, true)]).toEqual([18, 0, 2]);
  });

  it('of batches at the same time keeps a place for what is urgent', () => {
    const gate = limited({ concurrency: 2 });
    const first = gate.take(5);
    expect([gate.take(5), gate.take(5, { isUrgent: true }) === undefined]).toEqual([undefined, false]);
    expect(gate.ask(5, true).granted).toBe(0);
    gate.end(first ?? 0);
    expect(gate.ask(5, true).granted).toBe(5);
  });

  it('takes what a worker that died had as sent, at the end of its time', () => {
    const gate = limited({ perSecond: 10 });
    gate.take(10, { isUrgent: true, leaseMs: 5_000 });
    gate.now += 5_000;
    expect(gate.ask(1, true).granted).toBe(0);
    gate.now += 1_050;
    expect(gate.ask(100, true).granted).toBe(10);
  });

  it('gives back what was not handed over', () => {
    const gate = limited({ perMinute: 10 });
    gate.send(10, { used: 3 }, true);
    expect(gate.ask(10, true).granted).toBe(7);
  });
});

describe('a warm-up (F10)', () => {
  it('lets so many through on a day, and the rest on the next', () => {
    const quota = { date: '2026-03-02', number: 1, messages: 50, endsAt: END };
    const gate = new Gate({ limits: {}, quota });
    expect([gate.send(100), gate.send(100, {}, true)]).toEqual([45, 5]);
    expect(gate.ask(1, true)).toMatchObject({ granted: 0, nextAt: END });
    const next = { ...quota, date: '2026-03-03', number: 2, messages: 100 };
    expect(
      admit(gate.state, { limits: {}, quota: next }, { now: END, wanted: 500, isUrgent: true }).granted,
    ).toBe(100);
  });

  describe('around midnight', () => {
    const today = { date: '2026-03-02', number: 1, messages: 50, endsAt: END };
    const tomorrow = { date: '2026-03-03', number: 2, messages: 500, endsAt: END + 86_400_000 };
    const terms = { limits: {}, quota: tomorrow };

    /** A batch that began yesterday, and 400 messages that another worker has handed over since. */
    const overMidnight = () => {
      const gate = new Gate({ limits: {}, quota: today });
      gate.now = END - 1_000;
      const old = gate.take(50, { isUrgent: true }) ?? 0;
      gate.now = END + 1_000;
      const grant = { id: 99, count: 400, until: END + 15_000, isProbe: false, now: gate.now };
      const handed = handedOut(gate.state, terms, grant);
      gate.state = settled(handed, terms, { grantId: 99, now: gate.now, used: 400, health: 'up' });
      return { gate, old };
    };
    const roomTomorrow = ({ state, now }: Gate) =>
      admit(state, terms, { now, wanted: 1_000, isUrgent: true }).granted;

    it('keeps what was handed over today where a batch that began yesterday ends', () => {
      const { gate, old } = overMidnight();
      gate.end(old);
      expect(gate.state.day).toEqual({ date: '2026-03-03', sent: 450 });
      expect(roomTomorrow(gate)).toBe(50);
    });

    it('keeps it where the worker of that batch has died, and one whose clock is behind finds out', () => {
      const { gate } = overMidnight();
      gate.now = END + 20_000;
      expect(gate.ask(10, true)).toMatchObject({ granted: 0, nextAt: END });
      gate.end(0, { used: 0 });
      expect(gate.state.day).toEqual({ date: '2026-03-03', sent: 450 });
      expect(roomTomorrow(gate)).toBe(50);
    });
  });
});

describe('a connector out of reach (F10)', () => {
  const shut = () => {
    const gate = limited({});
    for (let batch = 0; batch < 3; batch++) gate.send(100, down);
    return gate;
  };

  it('is left alone after three failed batches in a row', () => {
    const gate = limited({});
    expect([gate.send(100, down), gate.send(100, down), gate.send(100), gate.send(100, down)]).toEqual([
      100, 100, 100, 100,
    ]);
    gate.send(100, down);
    expect(gate.ask(100).granted).toBe(100);
    gate.send(100, down);
    expect(gate.ask(100)).toMatchObject({ granted: 0, nextAt: NOW + 5_000 });
    expect(gate.state.lastError).toMatchObject({ code: 'x.down', at: NOW });
  });

  it('is tried by one small batch, then by all of them', () => {
    const gate = shut();
    gate.now += 5_000;
    expect(gate.ask(100)).toMatchObject({ granted: 10, isProbe: true });
    const probe = gate.take(100);
    expect(gate.ask(100)).toMatchObject({ granted: 0 });
    gate.end(probe ?? 0);
    expect(gate.ask(100)).toMatchObject({ granted: 100, isProbe: false });
    expect(gate.state.outage).toBeUndefined();
  });

  it('is left alone for longer each time, up to a minute', () => {
    const gate = shut();
    const pauses = [5, 10, 20, 40, 60, 60].map((seconds) => {
      const { nextAt = 0 } = gate.ask(100);
      expect(nextAt - gate.now).toBe(seconds * 1_000);
      gate.now = nextAt;
      return gate.send(100, down);
    });
    expect(pauses).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('is tried by another where the one that tried has died', () => {
    const gate = shut();
    gate.now += 5_000;
    gate.take(100, { leaseMs: 3_000 });
    gate.now += 3_000;
    expect(gate.ask(100)).toMatchObject({ granted: 10, isProbe: true });
  });

  it('is tried at once where its settings were changed', () => {
    const gate = shut();
    const terms = { versionId: 2, limits: {} };
    const ask = { now: NOW, wanted: 100, isUrgent: false };
    expect(admit(gate.state, terms, ask)).toMatchObject({ granted: 100, isProbe: false });
    const state = settled(gate.state, terms, { grantId: 0, now: NOW, used: 100, ...down });
    expect(admit(state, terms, ask).granted).toBe(100);
  });

  it('is not shut by failures that are far apart', () => {
    const gate = limited({});
    for (let batch = 0; batch < 5; batch++) {
      expect(gate.send(100, down)).toBe(100);
      gate.now += 61_000;
    }
  });
});

describe('a provider that asks for a slower pace (F10)', () => {
  it('is left alone for as long as it says, by everybody', () => {
    const gate = limited({});
    gate.send(100, { pauseMs: 30_000 });
    expect(gate.ask(1, true)).toMatchObject({ granted: 0, nextAt: NOW + 30_000 });
    gate.now += 30_000;
    expect(gate.ask(100).granted).toBe(100);
  });
});
