import { DAY_MS, dayOnOrAfter, dayOnOrBefore, parseRecurrence, RecurrenceDefect } from './recurrence.js';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** The first days of a rule on or after a day. */
function days(rule: string, from: string, count: number, start?: string): string[] {
  const parsed = parseRecurrence(rule, start === undefined ? undefined : day(start));
  if (parsed instanceof RecurrenceDefect) throw new TypeError(parsed.message);
  const found: string[] = [];
  let at = dayOnOrAfter(parsed, day(from));
  while (at !== undefined && found.length < count) {
    found.push(new Date(at).toISOString().slice(0, 10));
    at = dayOnOrAfter(parsed, at + DAY_MS);
  }
  return found;
}

describe('rules of recurrence (B2)', () => {
  it.each<[string, string, string | undefined, string[]]>([
    ['FREQ=DAILY', '2026-02-27', undefined, ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['FREQ=DAILY;INTERVAL=10', '2026-03-03', '2026-03-02', ['2026-03-12', '2026-03-22', '2026-04-01']],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-03-03', undefined, ['2026-03-05', '2026-03-09', '2026-03-12']],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      '2026-03-02',
      '2026-03-04',
      ['2026-03-16', '2026-03-30', '2026-04-13'],
    ],
    ['FREQ=WEEKLY', '2026-03-01', '2026-03-04', ['2026-03-04', '2026-03-11', '2026-03-18']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', undefined, ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', undefined, ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-03-01', undefined, ['2026-03-10', '2026-04-14', '2026-05-12']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-03-01', undefined, ['2026-03-27', '2026-04-24', '2026-05-29']],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '2026-01-01',
      undefined,
      ['2026-02-13', '2026-03-13', '2026-11-13'],
    ],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '2026-01-01', undefined, ['2026-11-26', '2027-11-25', '2028-11-23']],
    ['FREQ=YEARLY;BYDAY=-1MO', '2026-01-01', undefined, ['2026-12-28', '2027-12-27', '2028-12-25']],
    ['FREQ=YEARLY', '2026-01-01', '2024-02-29', ['2028-02-29', '2032-02-29', '2036-02-29']],
    ['FREQ=DAILY;COUNT=2', '2026-01-01', '2026-03-02', ['2026-03-02', '2026-03-03']],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260309', '2026-03-01', undefined, ['2026-03-02', '2026-03-09']],
  ])('%s from %s on', (rule, from, start, expected) => {
    expect(days(rule, from, 3, start)).toEqual(expected);
  });

  it.each([
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=29;COUNT=1000', true],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=9', true],
    ['FREQ=YEARLY;COUNT=30', false],
    ['FREQ=DAILY;COUNT=1000', false],
  ])('%s counts too far: %s', (rule, isCountTooFar) => {
    expect(parseRecurrence(rule, day('2024-01-01'))).toMatchObject({ isCountTooFar });
  });

  it('are looked at backwards as well', () => {
    const rule = parseRecurrence('FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260430', undefined);
    if (rule instanceof RecurrenceDefect) throw new TypeError(rule.message);
    expect(dayOnOrBefore(rule, day('2026-03-15'))).toBe(day('2026-02-28'));
    expect(dayOnOrBefore(rule, day('2027-03-15'))).toBe(day('2026-04-30'));
    expect(dayOnOrBefore(rule, day('2023-12-30'))).toBeUndefined();
  });

  it.each([
    ['FREQ=SECONDLY', /Nothing recurs SECONDLY/],
    ['INTERVAL=2', /FREQ is missing/],
    ['FREQ=DAILY;INTERVAL=0', /INTERVAL is a number from 1/],
    ['FREQ=DAILY;INTERVAL=2', /need a day to be reckoned from/],
    ['FREQ=DAILY;COUNT=1000000000000', /COUNT/],
    ['FREQ=WEEKLY', /does not say on which day/],
    ['FREQ=WEEKLY;BYDAY=1MO', /a day has no number/],
    ['FREQ=WEEKLY;BYMONTHDAY=1', /no place in a weekly rule/],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /BYMONTHDAY lists/],
    ['FREQ=MONTHLY;BYDAY=XX', /BYDAY lists/],
    ['FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1', /BYMONTH lists/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /no day on which/],
    ['FREQ=DAILY;UNTIL=20260231', /UNTIL is a day/],
    ['FREQ=DAILY;UNTIL=20261301', /UNTIL is a day/],
    ['FREQ=DAILY;UNTIL=20261231T256000Z', /UNTIL is a day/],
    ['FREQ=DAILY;BYSETPOS=1', /no part of a rule here/],
    ['FREQ=DAILY;FREQ=DAILY', /there twice/],
  ])('%s is refused', (rule, message) => {
    const parsed = parseRecurrence(rule, undefined);
    expect(parsed).toBeInstanceOf(RecurrenceDefect);
    expect((parsed as RecurrenceDefect).message).toMatch(message);
  });
});
