// Every screen by its address, and what each must hold to: no accessibility violation, nothing wider than the screen.
import { AxeBuilder } from '@axe-core/playwright';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The screens of the demo's diary on 4 May 2026. */
export const screens = {
  tonight: '/',
  'cramp-now': '/cramp',
  evening: '/check-in/2026-05-04/evening',
  usual: '/check-in/2026-05-04/evening?usual=1',
  morning: '/check-in/2026-05-03/morning',
  suspects: '/suspects',
  plan: '/plan',
  'medicine-review': '/plan/medicines',
  asks: '/plan/ask?for=food',
  routine: '/plan/routine/calf-seated',
  'routine-asks': '/plan/routine/sleep-back',
  food: '/food',
  'food-found': '/food?name=banana',
  trials: '/trials',
  'trial-card': '/trials/new/loose-bedding',
  'trial-own': '/trials/new/free',
  nights: '/nights',
  night: '/nights/2026-05-02',
  report: '/report',
  'report-details': '/report?details=1&time=all',
  profile: '/profile',
  conditions: '/profile/conditions',
  medicines: '/profile/medicines',
  'warning-signs': '/profile/warning-signs',
  export: '/export',
  import: '/import',
  devices: '/devices',
  backup: '/backup',
  settings: '/settings',
  phone: '/phone',
  evidence: '/evidence',
  'evidence-body': '/evidence/body',
  'evidence-articles': '/evidence/articles',
  'evidence-factor': '/evidence/factors/low-magnesium',
  'evidence-remedy': '/evidence/remedies/bedtime-stretch',
  away: '/away',
  'check-in-away': '/check-in/away',
  'not-here': '/no-such-page',
};

/** Waits until the forecast of the trial's card is worked out: the screens are looked at as they stay. */
export async function settle({ address }) {
  const card = async () => (await fetch(address + screens['trial-card'])).text();
  while ((await card()).includes('data-waits')) await new Promise((done) => setTimeout(done, 200));
}

/** Opens everything that can be opened: what is folded away must be right too. */
export const unfold = (page) => page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));

export async function violations(page) {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`);
}

/** By how many pixels a page is wider than the screen. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Controls and headings whose text leaves its box or the screen, and links of the header that lie over each other. */
export const misplaced = (page) =>
  page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const words = (one) => {
      const text = document.createRange();
      text.selectNodeContents(one);
      return text.getBoundingClientRect();
    };
    const spilt = shown('button, .button, summary, .chips label, h1, h2, h3, .top a, .menu a').filter((one) => {
      const [inner, outer] = [words(one), one.getBoundingClientRect()];
      const wide = inner.left < outer.left - 1 || inner.right > outer.right + 1;
      return wide || inner.height > outer.height + 1 || inner.left < 0 || inner.right > innerWidth;
    });
    const [home, menu] = shown('.top a').map(words);
    const over = menu && home.right > menu.left && home.bottom > menu.top ? ['the links of the header'] : [];
    return [...over, ...spilt.map((one) => one.textContent.trim())];
  });
