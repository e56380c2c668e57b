import { formatInstant } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { Html, markup } from '../preferences/html.js';
import type { OutboxEntry, OutboxMessage } from './outbox-entries.service.js';
import { OUTBOX_STYLE } from './outbox-style.js';

/** The list of what went out, and what did not. */
export function outboxPage(entries: readonly OutboxEntry[]): string {
  const list =
    entries.length === 0
      ? markup`<p class="card">Nothing was sent yet. What journeys send, or skip, appears here.</p>`
      : markup`<ol>${entries.map(entryItem)}</ol>`;
  return document(
    'Outbox',
    markup`<header><h1>Outbox</h1><span>The latest ${entries.length}; load the page again for newer ones.</span></header><main>${list}</main>`,
  );
}

/** One message: where it went, in whose name, and what it says. */
export function messagePage({ entry, content, ...message }: OutboxMessage): string {
  const title = entry.headline ?? `Message ${entry.id ?? ''}`;
  const facts = [
    fact('To', message.to),
    fact('From', message.from && Object.values(message.from).join(' · ')),
    fact('Channel', entry.channel),
    fact('Connector', message.connector),
    fact('Template', entry.template),
    fact('Customer', entry.customer),
    fact('Journey', `${entry.journey} · ${entry.step}`),
    fact('Attempts', String(message.attempts)),
    fact('Decided', shortTime(entry.at)),
    ...Object.entries(message.headers).map(([name, value]) => fact(name, value)),
  ];
  const unwritten = message.unwritten;
  return document(
    title,
    markup`<header><h1>${title}</h1><a href="/outbox">All messages</a></header>
<main><div class="card"><p>${stateOf(entry)}</p><dl>${facts}</dl>${reasonOf(entry.reason)}</div>
${unwritten !== undefined && markup`<h2>It cannot be written now</h2><p class="reason">${unwritten}</p>`}
${content && said(entry, content)}</main>`,
  );
}

export function nothingPage(): string {
  return document(
    'Nothing here',
    markup`<header><h1>Nothing here</h1><a href="/outbox">All messages</a></header>
<main><p class="card">There is no such message.</p></main>`,
  );
}

/** The HTML of a message, where it has one. */
export function htmlOf(content: MessageContent): string | undefined {
  return 'html' in content ? content.html : undefined;
}

function entryItem(entry: OutboxEntry): Html {
  const { id, customer, journey, step, channel, template, at } = entry;
  const title = entry.headline ?? template ?? step;
  const head = id === undefined ? markup`<b>${title}</b>` : markup`<a href="/outbox/${id}">${title}</a>`;
  const time = formatInstant(at);
  return markup`<li class="entry">${head}
<div class="facts">${stateOf(entry)}<span>${channel ?? 'no channel'}</span><span>${customer}</span><span>${journey} · ${step}</span><time datetime="${time}">${shortTime(at)}</time></div>${reasonOf(entry.reason)}</li>`;
}

/** To the second, in UTC. */
function shortTime(at: number): string {
  return `${formatInstant(at).slice(0, 19).replace('T', ' ')} UTC`;
}

function stateOf({ status }: OutboxEntry): Html {
  return markup`<span class="state ${status}">${status}</span>`;
}

function reasonOf(reason: string | undefined): Html | false {
  return reason !== undefined && markup`<p class="reason">${reason}</p>`;
}

function fact(name: string, value: string | undefined): Html {
  return value === undefined ? markup`` : markup`<dt>${name}</dt><dd>${value}</dd>`;
}

/** Each part of the content: HTML in a frame of its own, everything else as text. */
function said({ id = '' }: OutboxEntry, content: MessageContent): Html {
  const parts = Object.entries(content).map(([name, value]): Html => {
    const text = String(value);
    if (name !== 'html') return markup`<h2>${name}</h2><div class="card"><pre dir="auto">${text}</pre></div>`;
    return markup`<h2>html</h2><iframe src="/outbox/${id}/html" sandbox title="The message as it is shown"></iframe>`;
  });
  return markup`${parts}`;
}

function document(title: string, body: Html): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(OUTBOX_STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.source;
}
