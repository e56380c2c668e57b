import { pastScheduleFindings } from './past-schedules.rules.js';

function findings(rrule: string, now: string, from?: string) {
  const schedule = { type: 'schedule', segment: 'vip', rrule, at: '09:00', ...(from && { from }) };
  const definition = {
    entry: { triggers: [{ type: 'api' }, schedule] },
    start: 'end',
    steps: { end: { type: 'exit' } },
  };
  return pastScheduleFindings(definition, Date.parse(now));
}

describe('schedules whose last day is over', () => {
  it('are told with that day', () => {
    expect(findings('FREQ=DAILY;UNTIL=20260701', '2026-07-03T00:00:00Z')).toEqual([
      {
        code: 'journeys.schedule-in-the-past',
        severity: 'error',
        pointer: '/definition/entry/triggers/1/rrule',
        message: 'The last day of the rule is over: 2026-07-01. It never lets anybody in.',
        suggestion: 'Move UNTIL, or the first day of a COUNT, or take the trigger away.',
      },
    ]);
    expect(findings('FREQ=WEEKLY;COUNT=2', '2026-07-20T00:00:00Z', '2026-07-01')).toHaveLength(1);
  });

  it.each([
    ['FREQ=DAILY;UNTIL=20260701', '2026-07-01T20:00:00Z'],
    ['FREQ=DAILY;UNTIL=20260701T200000Z', '2026-07-01T19:00:00Z'],
    ['FREQ=DAILY', '2026-07-03T00:00:00Z'],
  ])('have nothing to be told of with %s at %s, for it is still earlier elsewhere', (rrule, now) => {
    expect(findings(rrule, now)).toEqual([]);
  });
});
