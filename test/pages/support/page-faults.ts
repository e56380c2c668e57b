/** Reaches out of the screen, is too small for a thumb, or has no name. */
export const FAULTS = `
  (() => {
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width) faults.push('scrolls sideways');
    for (const target of document.querySelectorAll('label, button')) {
      if (target.getClientRects().length === 0) continue;
      const { height, right } = target.getBoundingClientRect();
      if (height < 44) faults.push(target.textContent + ' is ' + height + ' high');
      if (right > width) faults.push(target.textContent + ' reaches out');
    }
    for (const box of document.querySelectorAll('input[type=checkbox], input[type=radio]')) {
      if (!box.labels[0]?.textContent.trim()) faults.push('a box without a name');
    }
    for (const set of document.querySelectorAll('fieldset')) {
      if (!set.querySelector('legend')?.textContent.trim()) faults.push('a group without a name');
    }
    if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading');
    return faults;
  })()
`;

/** The contrast of every text with what is behind it (WCAG 2.2, 1.4.3), where it is less than 4.5 to 1. */
export const PALE = `
  (() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
      .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
        if (a > 0) return [r, g, b];
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())).flatMap((element) => {
      const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return ratio < 4.5 ? [element.textContent.slice(0, 40) + ' ' + ratio.toFixed(1)] : [];
    });
  })()
`;
