import type { AutomatedReason } from '../reactions/reaction.js';

/** What a request says of who makes it. */
export interface ReaderRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Link scanners, previews and programs, by what they call themselves. */
const SCANNERS = new RegExp(
  [
    'bot\\b',
    'crawl',
    'spider',
    'slurp',
    'scan(?:ner)?\\b',
    'preview',
    'barracuda',
    'proofpoint',
    'mimecast',
    'messagelabs',
    'symantec',
    'forcepoint',
    'fireeye',
    'trendmicro',
    'ironport',
    'safelinks',
    'safetyscanner',
    'urldefense',
    'virustotal',
    'facebookexternalhit',
    '^whatsapp/',
    'headlesschrome',
    '^curl/',
    '^wget/',
    'python-(?:requests|urllib|httpx)',
    'go-http-client',
    '^java/',
    'apache-httpclient',
    'okhttp',
    'libwww',
  ].join('|'),
  'i',
);

/** Fetch the pictures of a message for their readers, at times before these have seen it. */
const IMAGE_PROXIES = /GoogleImageProxy|YahooMailProxy/;

/** What Apple's Mail Privacy Protection calls itself, which fetches every picture of every message. */
const PRIVACY_PROXY = /^Mozilla\/5\.0$/;

const PREFETCH_HEADERS = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'];

/** Why a request is no reader's; `undefined` where it may be one. */
export function automatedBy({ method, headers }: ReaderRequest): AutomatedReason | undefined {
  if (method === 'HEAD') return 'head-request';
  if (PREFETCH_HEADERS.some((name) => /prefetch|preview/i.test(textOf(headers[name])))) return 'prefetch';
  const agent = textOf(headers['user-agent']);
  if (agent === '' || SCANNERS.test(agent)) return 'scanner';
  return undefined;
}

/** As `automatedBy`, for a picture: those of others fetch it as well. */
export function openedBy(
  request: ReaderRequest,
  { countsProxies }: { readonly countsProxies: boolean },
): AutomatedReason | undefined {
  const agent = textOf(request.headers['user-agent']);
  if (IMAGE_PROXIES.test(agent)) return countsProxies ? undefined : 'image-proxy';
  if (PRIVACY_PROXY.test(agent)) return 'privacy-proxy';
  return automatedBy(request);
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
}
