import type { DocumentChange } from '@parcours/content';
import { bigint, jsonText, varchar } from '@parcours/database';
import type { Actor, JsonObject } from '@parcours/kernel';
import { Column, Entity, Index } from 'typeorm';

/** Something that somebody did. Added with what was done, and never changed. */
@Entity('audit_log')
@Index('ix_audit_log_happened', ['at', 'id'])
@Index('ix_audit_log_actor', ['actorId', 'id'])
@Index('ix_audit_log_actor_name', ['actorName', 'id'])
@Index('ix_audit_log_subject', ['subjectType', 'subjectKey', 'id'])
@Index('ix_audit_log_action', ['action', 'id'])
@Index('ix_audit_log_address', ['address', 'id'])
export class AuditEntryRow {
  @Column(bigint({ primary: true }))
  id!: number;

  @Column(bigint({ name: 'happened_at' }))
  at!: number;

  @Column(varchar(10, { name: 'actor_kind' }))
  actorKind!: Actor['kind'];

  @Column(bigint({ name: 'actor_id', nullable: true }))
  actorId!: number | null;

  @Column(varchar(200, { name: 'actor_name' }))
  actorName!: string;

  @Column(varchar(60))
  action!: string;

  @Column(varchar(60, { name: 'subject_type' }))
  subjectType!: string;

  @Column(varchar(200, { name: 'subject_key' }))
  subjectKey!: string;

  /** What is different afterwards; null where nothing of the subject is. */
  @Column(jsonText({ nullable: true }))
  changes!: readonly DocumentChange[] | null;

  @Column(jsonText({ nullable: true }))
  details!: JsonObject | null;

  @Column(varchar(45, { nullable: true }))
  address!: string | null;

  @Column(varchar(64, { name: 'request_id', nullable: true }))
  requestId!: string | null;
}

/** The row as plain values. */
export type AuditEntry = Pick<AuditEntryRow, keyof AuditEntryRow>;
