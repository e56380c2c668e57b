import { DatabaseErrors } from '../database.errors.js';
import { isConflict, isDuplicate, translateDatabaseError } from './translate-error.js';

function driverError(
  code: string,
  message = `${code}: INSERT INTO customers VALUES ('ada@example.com')`,
): Error {
  return Object.assign(new Error(message), {
    code,
    sql: "INSERT … 'ada@example.com'",
    sqlMessage: 'ada@example.com',
  });
}

describe('an error of a driver', () => {
  it.each([
    ['ER_DUP_ENTRY', 'database.duplicate', false],
    ['SQLITE_CONSTRAINT_UNIQUE', 'database.duplicate', false],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'database.duplicate', false],
    ['ER_LOCK_DEADLOCK', 'database.conflict', true],
    ['ER_LOCK_WAIT_TIMEOUT', 'database.conflict', true],
    ['SQLITE_BUSY', 'database.conflict', true],
    ['SQLITE_BUSY_SNAPSHOT', 'database.conflict', true],
    ['ECONNREFUSED', 'database.unavailable', true],
    ['PROTOCOL_CONNECTION_LOST', 'database.unavailable', true],
    ['ER_SERVER_SHUTDOWN', 'database.unavailable', true],
    ['ER_BAD_FIELD_ERROR', 'database.statement-failed', false],
  ])('%s becomes %s', (code, ours, retryable) => {
    expect(translateDatabaseError(driverError(code))).toMatchObject({ code: ours, retryable });
  });

  it('keeps neither the statement nor its values, not even as a cause', () => {
    const error = translateDatabaseError(driverError('ER_BAD_FIELD_ERROR'));
    const everything = `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)} ${String(error.cause)}`;
    expect(everything).not.toMatch(/ada@|INSERT/);
    expect(error.message).toContain('ER_BAD_FIELD_ERROR');
  });

  it('is recognised inside an error of TypeORM', () => {
    const wrapped = Object.assign(new Error('QueryFailedError'), {
      driverError: driverError('ER_DUP_ENTRY'),
    });
    expect(isDuplicate(translateDatabaseError(wrapped))).toBe(true);
  });

  it('of a closed connection says that the database is away', () => {
    const closed = new Error("Can't add new command when connection is in closed state");
    expect(translateDatabaseError(closed)).toMatchObject({ code: 'database.unavailable' });
  });

  it('that is ours already stays as it is', () => {
    const ours = DatabaseErrors.conflict({ reason: 'x' });
    expect(translateDatabaseError(ours)).toBe(ours);
    expect(isConflict(ours)).toBe(true);
    expect(isDuplicate(ours)).toBe(false);
    expect(isConflict(new Error('x'))).toBe(false);
  });

  it('that is no error at all is a failed statement', () => {
    expect(translateDatabaseError('odd')).toMatchObject({ code: 'database.statement-failed' });
  });
});
