import { compileContent } from '../../../libs/messaging/dist/templates/compiled-contents.js';
import { MailComposer } from '../../../plugins/email-smtp/dist/mime-message.js';

const WARM_UP = 20_000;
const RENDERS = 150_000;
const MAILS = 60_000;

const PARAGRAPH =
  'You asked us to show you what your team can do with it, so here is the short way to your first result. ';

const BRAND = {
  name: 'Bench',
  colours: { primary: '#0b6e6e' },
  footer: 'Bench, 12 rue des Lilas, 75011 Paris',
  unsubscribe: { en: 'No more of these', fr: 'Plus jamais' },
  sender: { name: 'Bench', address: 'bench@bench.example' },
  layouts: {
    email: {
      plain: {
        html:
          '<!doctype html><html><body style="color:{{brand.colours.text}};font-family:{{brand.fonts.body}}">' +
          '{{> content}}<p>{{brand.footer}} <a href="{{links.unsubscribe}}">{{brand.unsubscribe}}</a></p></body></html>',
      },
    },
  },
};

const ROWS = ['first_name', 'company', 'plan', 'country', 'email']
  .map((trait) => `<tr><td>${trait}</td><td>{{customer.${trait}}}</td></tr>`)
  .join('');

/** About 2 KB, ten variables of its own, four of its layout, three links. */
const TEMPLATE = {
  channels: {
    email: {
      layout: 'plain',
      subject: 'Welcome, {{customer.first_name}}',
      preheader: 'Three steps, {{customer.first_name}}',
      html:
        '<h1>Welcome, {{customer.first_name}} of {{customer.company}}</h1>' +
        `<p>${PARAGRAPH.repeat(12)}</p><table>${ROWS}</table>` +
        '<p>Order {{event.order.id}}: {{event.order.total}}.</p><p><a href="https://bench.example/start">Start</a> ' +
        '<a href="{{links.preferences}}">Choose</a></p>',
    },
  },
};

/** Emails written on one core: filled in, and put into the form in which they go over the wire. */
export async function measureRender() {
  const brand = { versionId: 2, key: 'bench', document: BRAND };
  const wanted = { template: { versionId: 1, document: TEMPLATE }, channel: 'email', brand };
  const ready = await compileContent({ ...wanted, locale: 'fr', defaultLocale: 'en' });
  const write = (number) => ready.content.render(dataOf(number, ready.brand), { locale: 'fr', zone: 'UTC' });
  if (!write(7).html.includes('name7 of Company 7')) throw new Error('the email says something else');
  const composer = new MailComposer({ name: 'Bench', address: 'bench@bench.example' });
  const compose = (number) =>
    composer.compose({
      id: String(number),
      to: `c${number}@bench.example`,
      sentAt: number,
      ...write(number),
    });
  return { rendersPerS: rate(write, RENDERS), composedPerS: rate(compose, MAILS) };
}

/** A second of one core, whatever else the machine does. */
function rate(work, count) {
  let length = 0;
  for (let number = 0; number < WARM_UP; number++) length += work(number).length ?? 0;
  const before = process.cpuUsage();
  for (let number = 0; number < count; number++) length += work(number).length ?? 0;
  const { user, system } = process.cpuUsage(before);
  if (Number.isNaN(length)) throw new Error('nothing was written');
  return (count * 1_000_000) / (user + system);
}

function dataOf(number, brand) {
  const page = `https://p.example/p/token-${number}`;
  return {
    customer: {
      id: `c${number}`,
      first_name: `name${number}`,
      company: `Company ${number}`,
      plan: number % 2 === 0 ? 'pro' : 'free',
      country: 'FR',
      email: `c${number}@bench.example`,
    },
    event: { order: { id: `o-${number}`, total: number * 3 } },
    context: {},
    journey: { key: 'bench' },
    step: { key: 'hello' },
    links: { preferences: page, unsubscribe: page },
    brand,
  };
}
