import { bigint, jsonText, varchar } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { Column, Entity, Index } from 'typeorm';

import type { PublishSchedule } from '../schedule/publish-schedule.js';

/** A piece of content: its draft, and which version of it is published. */
@Entity('content_items')
@Index('uq_content_items_key', ['type', 'key'], { unique: true })
@Index('ix_content_items_updated', ['type', 'updatedAt', 'key'])
@Index('ix_content_items_created', ['type', 'createdAt', 'key'])
@Index('ix_content_items_published', ['type', 'publishedAt', 'key'])
@Index('ix_content_items_name', ['type', 'name', 'key'])
@Index('ix_content_items_in_use', ['publishedVersionId', 'type', 'key', 'publishedNumber'])
@Index('ix_content_items_derived', ['derivedVersion', 'id'])
@Index('ix_content_items_scheduled', ['scheduledAt'])
@Index('ix_content_items_fields', ['type', 'fieldStamp', 'id'])
@Index('ix_content_items_review', ['type', 'reviewDueAt', 'key'])
export class ContentItemRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(varchar(40))
  type!: string;

  @Column(varchar(100, { name: 'item_key' }))
  key!: string;

  /** In the workspace's language, for lists. */
  @Column(varchar(300))
  name!: string;

  @Column(jsonText())
  draft!: JsonObject;

  /** Counts every change, a publish included. */
  @Column({ type: 'int' })
  revision!: number;

  @Column({ name: 'published_number', type: 'int', nullable: true })
  publishedNumber!: number | null;

  @Column(bigint({ name: 'published_version_id', nullable: true }))
  publishedVersionId!: number | null;

  /** The revision that the last publish made: equal to `revision` as long as the draft is what is published. */
  @Column({ name: 'published_revision', type: 'int', nullable: true })
  publishedRevision!: number | null;

  /** The highest version number ever given; numbers are not used again after an unpublish. */
  @Column({ name: 'last_number', type: 'int' })
  lastNumber!: number;

  @Column(bigint({ name: 'created_at' }))
  createdAt!: number;

  @Column(bigint({ name: 'updated_at' }))
  updatedAt!: number;

  @Column(bigint({ name: 'published_at', nullable: true }))
  publishedAt!: number | null;

  /** By which way of deriving its name and references were read out of the draft; 0 when not yet. */
  @Column({ name: 'derived_version', type: 'int', default: 0 })
  derivedVersion!: number;

  /** Put away: not in lists, and not to be published. */
  @Column(bigint({ name: 'archived_at', nullable: true }))
  archivedAt!: number | null;

  /** When the draft is to be published. */
  @Column(bigint({ name: 'scheduled_at', nullable: true }))
  scheduledAt!: number | null;

  /** Who planned that; kept with the reasons when it failed. */
  @Column(jsonText({ nullable: true }))
  schedule!: PublishSchedule | null;

  /** When it is to be looked at again; written by whoever plans reviews, and no part of the thing. */
  @Column(bigint({ name: 'review_due_at', nullable: true }))
  reviewDueAt!: number | null;

  /** The words of the draft, folded, for searches; not read with the rest. */
  @Column({ name: 'search_text', type: 'text', nullable: true, select: false })
  searchText!: string | null;

  /** By which custom fields of its type it was read for lists and searches; 0 by none. */
  @Column(bigint({ name: 'field_stamp', default: 0, select: false }))
  fieldStamp!: number;
}

/** The row as plain values. */
export type ContentItem = Omit<Pick<ContentItemRow, keyof ContentItemRow>, 'searchText' | 'fieldStamp'>;
