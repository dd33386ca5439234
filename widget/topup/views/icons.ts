import { html, type TemplateResult } from 'lit';

/** Each sign is one stroke on a grid of 24. */
const PATHS = {
  back: 'M14.5 5.5 8 12l6.5 6.5',
  search: 'M4.7 11a6.3 6.3 0 1 0 12.6 0 6.3 6.3 0 1 0-12.6 0m11 4.7L20 20',
  close: 'm7 7 10 10M17 7 7 17',
  check: 'm5 13 4.6 4.5L19 7',
  copy: 'M9 11a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2zm6-5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2',
  save: 'M12 4v10.5m0 0 4-4m-4 4-4-4m-3 9h14',
  warning: 'M12 4 3 19.5h18zm0 6v4m0 2.7v.1',
  info: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0m8-.5v4.5m0-8v.1',
  clock: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0m8-4.5V12l3 2',
  help: 'M4.5 19.5 5.7 16a8 8 0 1 1 2.7 2.6zM9 12h.1m3 0h.1m3 0h.1',
  shield: 'M12 4 5 6.5v5c0 4 3 7 7 8.5 4-1.5 7-4.5 7-8.5v-5zm-3 8 2.2 2.2L15 10',
  offline:
    'M4 10a12 12 0 0 1 4-2.6m4-.7c3 0 6 1.2 8 3.3M7 13.5a7 7 0 0 1 3-1.6m4 .2 3 1.6m-5 4v.1m-7.5-13 15 15',
  game: 'M8 7.5h8a4.5 4.5 0 0 1 4.4 3.6l.8 4a2.3 2.3 0 0 1-4 2l-2-2H8.8l-2 2a2.3 2.3 0 0 1-4-2l.8-4A4.5 4.5 0 0 1 8 7.5m-.5 4h3M9 10v3m6.4-1.5h.1',
  phone:
    'M7 6a2.5 2.5 0 0 1 2.5-2.5h5A2.5 2.5 0 0 1 17 6v12a2.5 2.5 0 0 1-2.5 2.5h-5A2.5 2.5 0 0 1 7 18zm4 11.5h2',
  data: 'M5 19v-3.5m4.7 3.5v-7m4.6 7V8.5M19 19V5',
  bolt: 'M13 3.5 5.5 14H11l-1 6.5L17.5 10H12z',
  wallet:
    'M17 7.5V6a2 2 0 0 0-2-2L6 6a2 2 0 0 0-2 2v9.5A2.5 2.5 0 0 0 6.5 20h11a2.5 2.5 0 0 0 2.5-2.5V10a2.5 2.5 0 0 0-2.5-2.5H6m10 6.3h.1',
  tag: 'M4 5.5V11l8.3 8.3a2 2 0 0 0 2.8 0l4.2-4.2a2 2 0 0 0 0-2.8L11 4H5.5A1.5 1.5 0 0 0 4 5.5M8 8v.1',
} as const;

/** A drawn sign; always decoration beside words, so it is hidden from screen readers. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<span class="icon" aria-hidden="true"><svg viewBox="0 0 24 24"><path d=${PATHS[name]} /></svg></span>`;
}

/** The path of the sign of a provider's type; types are the provider's words, so unknown ones get a tag. */
export function typePath(type: string): string {
  if (/game/i.test(type)) return PATHS.game;
  if (/data|internet/i.test(type)) return PATHS.data;
  if (/pulsa|telp|sms/i.test(type)) return PATHS.phone;
  if (/pln|listrik|token/i.test(type)) return PATHS.bolt;
  return /money|wallet|saldo/i.test(type) ? PATHS.wallet : PATHS.tag;
}
