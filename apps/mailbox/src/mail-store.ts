import type { MailboxMessage } from './message.js';

/** The latest messages, in memory, the oldest first; the oldest make room once the limit is reached. */
export class MailStore {
  private kept: readonly MailboxMessage[] = [];
  private lastId = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly limit: number) {}

  nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  add(message: MailboxMessage): void {
    this.kept = [...this.kept, message].slice(-this.limit);
    this.announce();
  }

  clear(): void {
    this.kept = [];
    this.announce();
  }

  all(): readonly MailboxMessage[] {
    return this.kept;
  }

  find(id: string): MailboxMessage | undefined {
    return this.kept.find((message) => message.id === id);
  }

  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
