/* Text reaches the page through textContent alone; a mail's own HTML only as the address of a sandboxed frame. */
const byId = (id) => document.getElementById(id);
const VIEWS = ['html', 'text', 'headers', 'source'];
const seen = new Set();

let messages = [];
let current;
let view = 'html';
let images = false;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function timeText(receivedAt) {
  const time = new Date(receivedAt);
  const today = new Date().toDateString() === time.toDateString();
  return today
    ? time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    : time.toLocaleDateString([], { day: 'numeric', month: 'short' });
}

function sizeText(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} kB`;
}

/** The name of an address where it has one. */
function shortName(address) {
  return address.replace(/^(.+) <[^<>]*>$/, '$1');
}

function row({ id, from, to, subject, preview, receivedAt }) {
  const link = element(
    'a',
    { href: `#${id}` },
    element('span', { className: 'to', textContent: `${shortName(from)} → ${to.map(shortName).join(', ')}` }),
    element('time', { dateTime: receivedAt, textContent: timeText(receivedAt) }),
    element('span', { className: 'subject', textContent: subject || '(no subject)' }),
    element('span', { className: 'preview', textContent: preview }),
  );
  if (id === current?.id) link.setAttribute('aria-current', 'true');
  return element('li', { className: seen.has(id) ? '' : 'unread' }, link);
}

function showList() {
  const focused = document.activeElement?.closest('#list a')?.getAttribute('href');
  byId('list').replaceChildren(...messages.map(row));
  if (focused)
    byId('list')
      .querySelector(`a[href="${CSS.escape(focused)}"]`)
      ?.focus();
  byId('count').textContent = messages.length === 0 ? '' : String(messages.length);
  byId('clear').hidden = messages.length === 0;
  byId('empty-title').textContent = messages.length === 0 ? 'No mail yet' : 'Choose a message';
  byId('empty-text').textContent =
    messages.length === 0
      ? 'Whatever is sent to this mailbox over SMTP appears here by itself, and goes no further.'
      : 'Its HTML, text, headers and source are shown here.';
  document.body.classList.toggle('bare', messages.length === 0);
  document.title = messages.length === 0 ? 'Mailbox · Parcours' : `(${messages.length}) Mailbox · Parcours`;
}

function fact(name, value) {
  return value ? [element('dt', { textContent: name }), element('dd', { textContent: value })] : [];
}

function showMessage() {
  byId('message').hidden = !current;
  byId('empty').hidden = Boolean(current);
  document.body.classList.toggle('reading', Boolean(current));
  if (!current) return;
  byId('subject').textContent = current.subject || '(no subject)';
  byId('facts').replaceChildren(
    ...fact('From', current.from),
    ...fact('To', current.to.join(', ')),
    ...fact('Cc', current.cc.join(', ')),
    ...fact('Received', `${new Date(current.receivedAt).toLocaleString()} · ${sizeText(current.size)}`),
  );
  byId('attachments').replaceChildren(
    ...current.attachments.map(({ name, size }, at) =>
      element(
        'li',
        {},
        element('a', {
          href: `/messages/${current.id}/attachments/${at}`,
          textContent: `${name} · ${sizeText(size)}`,
        }),
      ),
    ),
  );
  showView();
}

function showView() {
  for (const name of VIEWS) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute('aria-selected', String(name === view));
    tab.tabIndex = name === view ? 0 : -1;
  }
  byId('panel').setAttribute('aria-labelledby', `tab-${view}`);
  byId('images').hidden = view !== 'html' || images || !/https?:/i.test(imageSources(current.html));
  byId('panel').replaceChildren(panel());
}

function imageSources(html) {
  return (html.match(/<img[^>]*>|url\([^)]*\)/gi) ?? []).join(' ');
}

function panel() {
  if (view === 'headers') return headerTable();
  if (view === 'source') return element('pre', { className: 'source', textContent: current.raw });
  const content = current[view];
  if (!content) return element('p', { className: 'nothing', textContent: `This mail has no ${view} part.` });
  if (view === 'text') return element('pre', { textContent: content });
  const frame = element('iframe', { title: `The mail as HTML: ${current.subject}` });
  frame.setAttribute('sandbox', '');
  frame.src = `/messages/${current.id}/html${images ? '?images' : ''}`;
  return frame;
}

function headerTable() {
  const rows = current.headers.map(({ name, value }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', textContent: name }),
      element('td', { textContent: value }),
    ),
  );
  return element('table', {}, element('tbody', {}, ...rows));
}

async function open() {
  const id = location.hash.slice(1);
  const response = /^\d+$/.test(id) ? await fetch(`/messages/${id}`) : undefined;
  if (id !== location.hash.slice(1)) return;
  current = response?.ok ? await response.json() : undefined;
  images = false;
  if (current) {
    seen.add(current.id);
    if (!current.html && view === 'html') view = 'text';
    else if (current.html && view === 'text' && !current.text) view = 'html';
  }
  showMessage();
  showList();
  if (current) byId('reader').scrollTop = 0;
}

async function refresh() {
  messages = await (await fetch('/messages')).json();
  if (current && !messages.some(({ id }) => id === current.id)) {
    location.hash = '';
    current = undefined;
    showMessage();
  }
  showList();
}

function choose(name) {
  view = name;
  showView();
  byId(`tab-${name}`).focus();
}

for (const name of VIEWS) byId(`tab-${name}`).addEventListener('click', () => choose(name));
byId('tabs').addEventListener('keydown', ({ key }) => {
  const step = { ArrowRight: 1, ArrowLeft: VIEWS.length - 1 }[key];
  if (step) choose(VIEWS[(VIEWS.indexOf(view) + step) % VIEWS.length]);
});
byId('images').addEventListener('click', () => {
  images = true;
  showView();
});
byId('clear').addEventListener('click', () => void fetch('/messages', { method: 'DELETE' }));
window.addEventListener('hashchange', () => void open());

const changes = new EventSource('/changes');
changes.onmessage = () => {
  byId('state').textContent = 'Live';
  byId('state').classList.remove('lost');
  void refresh();
};
changes.onerror = () => {
  byId('state').textContent = 'Connection lost';
  byId('state').classList.add('lost');
};

showList();
void open();
