import type { Afterwards, MessagePause, Pausable, PauseSubject } from './message-pause.js';

/** Whether a pause is about a message. */
export function isAbout(subject: PauseSubject, message: Pausable): boolean {
  const { channel, touchpoint, category, brand, all } = subject;
  if ([channel, touchpoint, category, brand].every((member) => member === undefined)) return all === true;
  return (
    (channel === undefined || channel === message.channel) &&
    (touchpoint === undefined || touchpoint === message.touchpoint) &&
    (category === undefined || category === message.category) &&
    (brand === undefined || brand === message.brand)
  );
}

/** Whether it holds messages at a time. */
export function isInEffect({ endedAt, untilAt }: MessagePause, now: number): boolean {
  return endedAt === null && (untilAt === null || now < untilAt);
}

/** What becomes of a held message: `drop` without an age drops every one, an age drops what is older in any case. */
export function fateOf(
  { afterwards, olderThanMs }: Pick<MessagePause, 'afterwards' | 'olderThanMs'>,
  ageMs: number,
): Afterwards {
  if (olderThanMs !== null) {
    if (ageMs > olderThanMs) return 'drop';
    return afterwards === 'drop' ? 'send' : afterwards;
  }
  return afterwards;
}
