import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, nearest, pointer } from '@parcours/kernel';
import { ReachableHosts, SealedTexts } from '@parcours/plugin-host';

import { declaredWebhookEvents } from '../events/webhook-event.js';
import { takes } from './event-pattern.rules.js';
import { failure, warning } from './webhook.findings.js';
import { WEBHOOK_TYPE } from './webhook.type.js';

const HEADERS = 'headers';

/** Set by the delivery, or decided by the connection. */
const RESERVED_HEADER =
  /^(webhook-.*|content-.*|host|connection|transfer-encoding|user-agent|expect|keep-alive|te|trailer|upgrade)$/i;

/** Checks webhooks against what this installation may call, and keeps the values of their headers encrypted. */
@Injectable()
export class WebhookConfig implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly hosts: ReachableHosts,
    private readonly secrets: SealedTexts,
  ) {}

  onModuleInit(): void {
    this.types.attach(WEBHOOK_TYPE.name, {
      check: (document) => this.check(document),
      store: (document, previous) => this.secrets.sealUnder(HEADERS, document, previous),
      present: (document) => this.secrets.redactUnder(HEADERS, document),
    });
  }

  private check({ url, events, headers }: JsonObject): Finding[] {
    return [
      ...(typeof url === 'string' ? this.addressFindings(url) : []),
      ...(Array.isArray(events) ? eventFindings(events.filter((name) => typeof name === 'string')) : []),
      ...(isJsonObject(headers) ? headerFindings(Object.keys(headers)) : []),
      ...this.keyFindings(),
    ];
  }

  private addressFindings(url: string): Finding[] {
    const at = { pointer: '/url' };
    if (!URL.canParse(url)) {
      return [failure('webhooks.private-address', { ...at, message: 'Nothing can be reached there.' })];
    }
    const { hostname: host, protocol, username, password } = new URL(url);
    if (username !== '' || password !== '') {
      const message = 'An address with a password in it ends up in logs.';
      const suggestion = 'Send it as a header: its value is kept encrypted.';
      return [failure('webhooks.password-in-address', { ...at, message, suggestion })];
    }
    if (!this.hosts.mayCall(host)) {
      const message = `'${host}' is an address of this machine or of a private network.`;
      const suggestion = 'If it is meant, name it in PARCOURS_OUTGOING_ALLOW.';
      return [failure('webhooks.private-address', { ...at, message, suggestion })];
    }
    if (protocol === 'https:' || this.hosts.isAllowed(host)) return [];
    const message = 'What is sent without TLS can be read on the way.';
    return [failure('webhooks.insecure-address', { ...at, message, suggestion: 'Write https://.' })];
  }

  private keyFindings(): Finding[] {
    if (this.secrets.isPossible) return [];
    const message = 'There is no key to keep the secret of a webhook with.';
    const suggestion = 'Set PARCOURS_SECRET_KEY.';
    return [failure('webhooks.secret-key-missing', { pointer: '', message, suggestion })];
  }
}

function eventFindings(patterns: readonly string[]): Finding[] {
  const known = declaredWebhookEvents().map(({ name }) => name);
  return patterns.flatMap((pattern, at) => {
    const place = { pointer: pointer('events', at) };
    const wider = patterns.find((other) => other !== pattern && takes(other, pattern));
    if (wider !== undefined) {
      const message = `'${pattern}' is among '${wider}' already.`;
      return [warning('webhooks.duplicate-event', { ...place, message })];
    }
    if (known.some((name) => takes(pattern, name))) return [];
    const message = `Nothing raises '${pattern}'; GET /api/v1/webhooks/events lists what is raised.`;
    const suggestion = nearest(pattern, known);
    return [warning('webhooks.unknown-event', { ...place, message, suggestion })];
  });
}

function headerFindings(names: readonly string[]): Finding[] {
  return names
    .filter((name) => RESERVED_HEADER.test(name))
    .map((name) =>
      failure('webhooks.reserved-header', {
        pointer: pointer(HEADERS, name),
        message: `'${name}' is set by the delivery itself.`,
      }),
    );
}
