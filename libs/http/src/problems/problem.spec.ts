import { HttpException } from '@nestjs/common';
import { DatabaseErrors } from '@parcours/database';

import { problemOf, publicError } from './problem.js';

const REQUEST = { method: 'GET', url: '/api/v1/x?token=s3cret' };
const SQL_ERROR = Object.assign(new Error("Unknown column 'x' in INSERT INTO t VALUES ('ada@example.com')"), {
  code: 'ER_BAD_FIELD_ERROR',
  sql: 'INSERT …',
});

describe('a problem', () => {
  it('of an unknown error tells nothing about it', () => {
    const problem = problemOf(publicError(SQL_ERROR, REQUEST), 'id-1');
    expect(problem).toMatchObject({ status: 500, code: 'http.internal', instance: 'urn:uuid:id-1' });
    expect(JSON.stringify(problem)).not.toMatch(/INSERT|ada@|column|ER_BAD/);
  });

  it('of our own fault tells nothing about it', () => {
    const error = DatabaseErrors.failed({ reason: 'ER_PARSE_ERROR' });
    expect(publicError(error, REQUEST)).toMatchObject({ code: 'http.internal', cause: error });
  });

  it('of an unavailable database says so', () => {
    const error = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(publicError(error, REQUEST)).toMatchObject({ code: 'database.unavailable', status: 503 });
  });

  it('of an unknown route leaves the query string out', () => {
    const problem = problemOf(publicError(new HttpException('Cannot GET', 404), REQUEST), 'id');
    expect(problem).toMatchObject({
      code: 'http.route-not-found',
      type: 'urn:parcours:problem:http.route-not-found',
    });
    expect(problem.detail).not.toContain('s3cret');
  });
});
