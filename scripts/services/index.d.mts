export interface ServicesOptions {
  /** Fsync every commit; without it commits survive a killed server, not a power cut. */
  readonly durable?: boolean;
  readonly mariadb?: boolean;
  readonly redis?: boolean;
}

export interface Services {
  /** `mysql://…@127.0.0.1:port/parcours`; the account may create databases. Undefined when not asked for. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly pids: { readonly mariadb?: number; readonly redis?: number };
  readonly dir: string;
  /** Ends MariaDB with SIGKILL, as a crash would. */
  killDatabase(): Promise<void>;
  /** Starts MariaDB; after `killDatabase` on the same data and port. */
  startDatabase(): Promise<void>;
  killRedis(): Promise<void>;
  startRedis(): Promise<void>;
  /** Ends the servers and removes their folder; safe to call twice. */
  stop(): Promise<void>;
}

export function startServices(options?: ServicesOptions): Promise<Services>;
export function recordRun(dir: string, pids: Record<string, number>): Promise<void>;
export function sweepStale(): Promise<number>;
export function ensureBinaries(
  options?: Pick<ServicesOptions, 'mariadb' | 'redis'>,
): Promise<Record<string, string>>;
export function ensureChromium(): Promise<string>;
