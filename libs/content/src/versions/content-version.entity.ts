import { bigint, jsonText, varchar } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { Column, Entity, Index } from 'typeorm';

/** A published state of a piece of content. Never changed; it outlives its item, for enrollments may run on it. */
@Entity('content_versions')
@Index('uq_content_versions_number', ['itemId', 'number'], { unique: true })
export class ContentVersionRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(bigint({ name: 'item_id' }))
  itemId!: number;

  @Column({ type: 'int' })
  number!: number;

  @Column(jsonText())
  document!: JsonObject;

  @Column(varchar(1000, { nullable: true }))
  note!: string | null;

  @Column(bigint({ name: 'published_at' }))
  publishedAt!: number;

  @Column(varchar(200, { name: 'published_by' }))
  publishedBy!: string;
}

/** The row as plain values. */
export type ContentVersion = Pick<ContentVersionRow, keyof ContentVersionRow>;
