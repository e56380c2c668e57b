import { bigint, jsonText, varchar } from '@parcours/database';
import { Column, Entity, Index } from 'typeorm';

import type { PublishSchedule } from '../schedule/publish-schedule.js';

export const RELEASE_STATUSES = ['open', 'scheduled', 'published', 'rolled-back'] as const;

export type ReleaseStatus = (typeof RELEASE_STATUSES)[number];

/** A version as a release remembers it. */
export interface ReleasedVersion {
  readonly id: number;
  readonly number: number;
}

/** A thing that goes with a release, and what was published of it before and after. */
export interface ReleaseMember {
  readonly type: string;
  readonly key: string;
  readonly action: 'publish' | 'unpublish';
  /** Set when the release is published. */
  readonly outcome?: {
    readonly itemId: number;
    readonly before: ReleasedVersion | null;
    readonly after: ReleasedVersion | null;
  };
}

/** Things that are published, and taken out of use, together. */
@Entity('content_releases')
@Index('ix_content_releases_scheduled', ['scheduledAt'])
export class ContentReleaseRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(varchar(300))
  name!: string;

  @Column(varchar(1000, { nullable: true }))
  note!: string | null;

  @Column(varchar(20))
  status!: ReleaseStatus;

  @Column(jsonText())
  items!: readonly ReleaseMember[];

  @Column({ type: 'int' })
  revision!: number;

  @Column(bigint({ name: 'scheduled_at', nullable: true }))
  scheduledAt!: number | null;

  /** Who planned it; kept with the reasons when it failed. */
  @Column(jsonText({ nullable: true }))
  schedule!: PublishSchedule | null;

  @Column(bigint({ name: 'published_at', nullable: true }))
  publishedAt!: number | null;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(varchar(200, { name: 'created_by' }))
  createdBy!: string;

  @Column(bigint({ name: 'updated_at' }))
  updatedAt!: number;
}

/** The row as plain values. */
export type ContentRelease = Pick<ContentReleaseRow, keyof ContentReleaseRow>;
