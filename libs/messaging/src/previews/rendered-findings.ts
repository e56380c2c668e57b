import { type Finding, pointer } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import type { Channel } from '../channels/channel.js';
import { lintEmail } from '../templates/email-lint.rules.js';
import { warning } from '../templates/template.findings.js';

/** What is the matter with a message as it was rendered; whether there is a way out of it is asked of the template. */
export function renderedFindings(content: MessageContent, { name }: Channel): Finding[] {
  const findings = name === 'email' && 'html' in content ? emailFindings(content) : segmentFindings(content);
  return findings.map((finding) => ({ ...finding, pointer: pointer('channels', name) + finding.pointer }));
}

function emailFindings(content: {
  readonly subject?: string;
  readonly html: string;
  readonly text?: string;
}): Finding[] {
  const { subject = '', html, text = '' } = content;
  return lintEmail({ subject, part: 'html', html, text, isMarketing: false, hasWayOut: true });
}

function segmentFindings(content: MessageContent): Finding[] {
  if (!('segments' in content) || content.segments < 2) return [];
  const message = `It takes ${String(content.segments)} text messages.`;
  return [warning('templates.sms-segments', { pointer: '/text', message })];
}
