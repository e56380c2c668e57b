import type { WakePace } from './job-runner.js';

/** Calls a second above which every one of them counts as part of a rush. */
const BUSY_PER_SECOND = 100;
const BUNDLE_MS = 400;

/**
 * Sends the first wake-up of a key at once. In a rush the following ones are bundled, so that Redis sees a few of them
 * instead of thousands. The last one always goes out.
 */
export class WakeThrottle {
  private readonly trailing = new Map<string, NodeJS.Timeout>();
  private readonly sentAt = new Map<string, number>();
  private windowStart = 0;
  private windowCount = 0;

  constructor(
    private readonly now: () => number,
    private readonly send: (keys: readonly string[]) => void,
  ) {}

  wake(keys: readonly string[], pace: WakePace): void {
    const now = this.now();
    const isRush = this.isBusy(now) || pace === 'rush';
    const immediate: string[] = [];
    for (const key of keys) {
      if (this.trailing.has(key)) continue;
      const wait = (this.sentAt.get(key) ?? 0) + BUNDLE_MS - now;
      if (isRush && wait > 0) this.sendLater(key, wait);
      else {
        this.sentAt.set(key, now);
        immediate.push(key);
      }
    }
    if (immediate.length > 0) this.send(immediate);
  }

  /** Sends what is being held back. */
  flush(): void {
    const keys = [...this.trailing.keys()];
    for (const timer of this.trailing.values()) clearTimeout(timer);
    this.trailing.clear();
    if (keys.length > 0) this.send(keys);
  }

  private sendLater(key: string, wait: number): void {
    const timer = setTimeout(() => {
      this.trailing.delete(key);
      this.sentAt.set(key, this.now());
      this.send([key]);
    }, wait);
    this.trailing.set(key, timer);
  }

  private isBusy(now: number): boolean {
    if (now - this.windowStart >= 1_000) {
      this.windowStart = now;
      this.windowCount = 0;
    }
    this.windowCount++;
    return this.windowCount > BUSY_PER_SECOND;
  }
}
