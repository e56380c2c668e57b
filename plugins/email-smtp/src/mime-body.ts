/** A body in a form that any server passes on: lines of at most 76 characters, 7 bit. */
export interface EncodedBody {
  readonly encoding: 'quoted-printable' | 'base64';
  readonly text: string;
}

const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/** Quoted-printable costs 3 characters for each byte beyond ASCII; above this share base64 is shorter. */
const MOSTLY_ASCII = 0.15;

const LINE = 76;

/** Encodes text as UTF-8 in quoted-printable or base64 (RFC 2045 sections 6.7 and 6.8), whichever suits it. */
export function encodeBody(text: string): EncodedBody {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  const bytes = Buffer.from(lines, 'utf8');
  if (bytes.length - lines.length > lines.length * MOSTLY_ASCII) {
    return { encoding: 'base64', text: bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n') };
  }
  // A latin1 string is the bytes themselves, one character each.
  return { encoding: 'quoted-printable', text: quotedPrintable(bytes.toString('latin1')) };
}

function quotedPrintable(binary: string): string {
  const escaped = binary
    .replace(/[^\r\n\t\x20-\x3c\x3e-\x7e]/g, (character) => HEX[character.charCodeAt(0)] ?? '')
    // Spaces at the end of a line would be taken away on the way.
    .replace(/[\t ](?=\r\n|$)/g, (character) => HEX[character.charCodeAt(0)] ?? '');
  return escaped.split('\r\n').map(softBreaks).join('\r\n');
}

function softBreaks(line: string): string {
  if (line.length <= LINE) return line;
  const parts: string[] = [];
  let at = 0;
  while (line.length - at > LINE) {
    let end = at + LINE - 1;
    // Never between the three characters of an encoded byte.
    if (line[end - 1] === '=') end -= 1;
    else if (line[end - 2] === '=') end -= 2;
    parts.push(line.slice(at, end));
    at = end;
  }
  parts.push(line.slice(at));
  return parts.join('=\r\n');
}
