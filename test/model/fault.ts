import type { Database, Sql, Transaction } from '@parcours/database';

/** Thrown where the process would have died. */
class Death extends Error {}

const STATEMENTS = new Set(['select', 'run', 'insert', 'updateEach']);

/**
 * Makes a process die: at a statement, when everything is written and not committed, or when it is committed and nobody
 * knows. From then on the process gets no statement through.
 */
export class Fault {
  isDead = false;
  readonly death: Promise<void>;
  private left = Infinity;
  private die: () => void = () => undefined;

  constructor(database: Database) {
    this.death = new Promise((resolve) => {
      this.die = resolve;
    });
    const transaction = database.transaction.bind(database);
    Reflect.set(database, 'sql', this.watched(database.sql));
    database.transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
      const result = await transaction(async ({ sql, manager }) => {
        const written = await work({ sql: this.watched(sql), manager });
        this.point();
        return written;
      });
      this.point();
      return result;
    };
  }

  /** Dies after that many statements and commits; never for none. */
  arm(points = Infinity): void {
    this.left = points;
  }

  private point(): void {
    this.left -= 1;
    if (this.left < 0 && !this.isDead) {
      this.isDead = true;
      this.die();
    }
    if (this.isDead) throw new Death('the process is dead');
  }

  private pointed(): Promise<void> {
    return new Promise((resolve) => {
      this.point();
      resolve();
    });
  }

  private watched(sql: Sql): Sql {
    return new Proxy(sql, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          if (!STATEMENTS.has(String(name))) return Reflect.apply(member, target, args);
          return this.pointed().then((): unknown => Reflect.apply(member, target, args));
        };
      },
    });
  }
}
