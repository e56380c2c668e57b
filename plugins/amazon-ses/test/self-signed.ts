import { type KeyObject, sign } from 'node:crypto';

/** ASN.1 in DER (ITU-T X.690). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const NULL = hex('0500');
/** sha256WithRSAEncryption, 1.2.840.113549.1.1.11 */
const ALGORITHM = sequence(hex('06092a864886f70d01010b'), NULL);
/** commonName, 2.5.4.3 */
const COMMON_NAME = hex('0603550403');

function utcTime(at: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

export interface CertificateParts {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** Milliseconds since the Unix epoch. */
  readonly from: number;
  readonly until: number;
}

/** An X.509 certificate (RFC 5280) of an RSA key that vouches for itself, as PEM. */
export function selfSigned({ name, publicKey, privateKey, from, until }: CertificateParts): string {
  const subject = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))));
  const version3 = der(0xa0, hex('020102'));
  const certified = sequence(
    version3,
    hex('020101'),
    ALGORITHM,
    subject,
    sequence(utcTime(from), utcTime(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, hex('00'), sign('sha256', certified, privateKey));
  const lines = sequence(certified, ALGORITHM, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
