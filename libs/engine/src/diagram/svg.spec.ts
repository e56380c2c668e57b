import { element, escapeXml } from './svg.js';

describe('what is written as SVG', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"'&`, '&quot;&#39;&amp;'],
    ['a\u0000b\u001bc', 'a\ufffdb\ufffdc'],
    ['\ud800 alone', '\ufffd alone'],
    ['Noël 🎉', 'Noël 🎉'],
    ['\u202egnp.exe', '\ufffdgnp.exe'],
    [']]>', ']]&gt;'],
  ])('holds %j safely', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });

  it('escapes attributes and leaves out those without a value', () => {
    expect(element('g', { class: '"><x', id: undefined })).toBe('<g class="&quot;&gt;&lt;x"/>');
  });
});
