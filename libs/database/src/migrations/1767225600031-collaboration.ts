import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How people work together on content: what they say about it, when they look at it again, who approves it. */
export class Collaboration1767225600031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS content_comments (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         thread_id BIGINT NOT NULL,
         pointer VARCHAR(500) NULL,
         text MEDIUMTEXT NULL,
         revision INT NOT NULL,
         author_kind VARCHAR(10) NOT NULL,
         author_id BIGINT NULL,
         author_name VARCHAR(200) NOT NULL,
         created_at BIGINT NOT NULL,
         edited_at BIGINT NULL,
         resolved_at BIGINT NULL,
         resolved_by VARCHAR(200) NULL)`,
      `CREATE INDEX ix_content_comments_item ON content_comments (item_id, id)`,
      `CREATE TABLE IF NOT EXISTS content_review_plans (
         item_id BIGINT NOT NULL PRIMARY KEY,
         cadence VARCHAR(40) NOT NULL,
         owner VARCHAR(200) NULL,
         due_at BIGINT NOT NULL,
         notify_at BIGINT NULL,
         revision INT NOT NULL,
         last_reviewed_at BIGINT NULL,
         last_outcome VARCHAR(10) NULL)`,
      `CREATE INDEX ix_content_review_plans_due ON content_review_plans (due_at, item_id)`,
      `CREATE INDEX ix_content_review_plans_notify ON content_review_plans (notify_at)`,
      `CREATE TABLE IF NOT EXISTS content_reviews (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         outcome VARCHAR(10) NOT NULL,
         note TEXT NULL,
         decisions MEDIUMTEXT NOT NULL,
         version INT NULL,
         by_kind VARCHAR(10) NOT NULL,
         by_id BIGINT NULL,
         by_name VARCHAR(200) NOT NULL,
         created_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_content_reviews_item ON content_reviews (item_id, id)`,
      `CREATE TABLE IF NOT EXISTS content_authors (
         item_id BIGINT NOT NULL PRIMARY KEY,
         kind VARCHAR(10) NOT NULL,
         author_id BIGINT NULL,
         name VARCHAR(200) NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS content_approvals (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         draft_hash VARCHAR(64) NOT NULL,
         approver VARCHAR(40) NOT NULL,
         decision VARCHAR(10) NOT NULL,
         note TEXT NULL,
         by_kind VARCHAR(10) NOT NULL,
         by_id BIGINT NULL,
         by_name VARCHAR(200) NOT NULL,
         created_at BIGINT NOT NULL)`,
      `CREATE UNIQUE INDEX uq_content_approvals_approver ON content_approvals (item_id, draft_hash, approver)`,
      `CREATE TABLE IF NOT EXISTS content_approval_requests (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         draft_hash VARCHAR(64) NOT NULL,
         status VARCHAR(10) NOT NULL,
         note TEXT NULL,
         by_kind VARCHAR(10) NOT NULL,
         by_id BIGINT NULL,
         by_name VARCHAR(200) NOT NULL,
         created_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_content_approval_requests_item ON content_approval_requests (item_id, id)`,
      `CREATE INDEX ix_content_approval_requests_status ON content_approval_requests (status, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'content_approval_requests',
      'content_approvals',
      'content_authors',
      'content_reviews',
      'content_review_plans',
      'content_comments',
    ]);
  }
}
