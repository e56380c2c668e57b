import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@parcours/database';

const TRIGGERS = 2;

/** Warns where the database itself does not keep entries from being changed. */
@Injectable()
export class AppendOnlyCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger(AppendOnlyCheck.name);

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.isGuarded()) return;
    this.logger.warn(
      'The audit log can be changed: its triggers are missing. docs/how-to/manage-people.md says how to add them.',
    );
  }

  async isGuarded(): Promise<boolean> {
    const [row] = await this.database.sql.select<{ total: number | string }>(
      this.database.isSqlite
        ? "SELECT COUNT(*) AS total FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_log'"
        : "SELECT COUNT(*) AS total FROM information_schema.triggers WHERE event_object_schema = DATABASE() AND event_object_table = 'audit_log'",
    );
    return Number(row?.total ?? 0) >= TRIGGERS;
  }
}
