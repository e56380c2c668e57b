import { createHash, createHmac } from 'node:crypto';

import type { FakeAnswer, HeardRequest } from '@parcours/sdk/testing';

/** Who may call, and with what. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
  readonly service: string;
}

const SKEW_MS = 300_000;
const FORM =
  /^AWS4-HMAC-SHA256 Credential=([A-Z0-9]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

export function awsError(status: number, name: string, message: string): FakeAnswer {
  return {
    status,
    headers: { 'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/` },
    body: { message },
  };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Refuses what is not signed as Signature Version 4 has it; without query parameters, which SES has no use for. */
export function awsRefusal(request: HeardRequest, credentials: AwsCredentials): FakeAnswer | undefined {
  const { headers, method, path, body } = request;
  const [, id, day = '', region, service, names = '', signature] =
    FORM.exec(headers['authorization'] ?? '') ?? [];
  if (signature === undefined)
    return awsError(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (id !== credentials.accessKeyId || headers['x-amz-security-token'] !== credentials.sessionToken) {
    return awsError(
      403,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  const signed = names.split(';');
  const time = headers['x-amz-date'] ?? '';
  const isComplete = ['host', 'x-amz-date', 'x-amz-security-token'].every((name) => signed.includes(name));
  const isScoped = region === credentials.region && service === credentials.service && time.startsWith(day);
  if (!isComplete || !isScoped) {
    return awsError(403, 'InvalidSignatureException', 'Credential should be scoped to a valid region.');
  }
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3:$4:$5Z'));
  if (!(Math.abs(Date.now() - at) <= SKEW_MS)) {
    return awsError(
      403,
      'InvalidSignatureException',
      `Signature expired: ${time} is now earlier than the server's time.`,
    );
  }
  const lines = signed.map((name) => `${name}:${headers[name] ?? ''}\n`).join('');
  const canonical = `${method}\n${path}\n\n${lines}\n${names}\n${sha256(body)}`;
  const scope = `${day}/${credentials.region}/${credentials.service}/aws4_request`;
  const key = hmac(
    hmac(hmac(hmac(`AWS4${credentials.secretAccessKey}`, day), credentials.region), credentials.service),
    'aws4_request',
  );
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  if (signature === expected) return undefined;
  const words = 'The request signature we calculated does not match the signature you provided.';
  return awsError(403, 'InvalidSignatureException', words);
}
