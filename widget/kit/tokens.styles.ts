import { css } from 'lit';

const dark = css`
  --_bg: var(--zul-bg, #14171c);
  --_raised: var(--zul-raised, #1b1f26);
  --_sunk: var(--zul-sunk, #20252d);
  --_line: var(--zul-line, #2e343e);
  --_edge: var(--zul-edge, #737c8c);
  --_ink: var(--zul-ink, #f1f3f6);
  --_soft: var(--zul-ink-soft, #a9b1be);
  --_accent: var(--zul-accent, #4fd6ae);
  --_on-accent: var(--zul-on-accent, #04241b);
  --_tint: var(--zul-accent-tint, #14322b);
  --_tint-ink: var(--zul-accent-tint-ink, #8ce8cb);
  --_warn: #ffd591;
  --_warn-bg: #352811;
  --_bad: #ffb3aa;
  --_bad-bg: #3a1b19;
  --_shadow: 0 1px 2px #0006, 0 8px 24px #0004;
  color-scheme: dark;
`;

/**
 * Colours, type and space. `--zul-*` is what a site may set; `--_*` is what our styles read, so that
 * a site's value always wins over the theme's and never leaks between themes by accident.
 */
export const tokens = css`
  :host {
    --_bg: var(--zul-bg, #ffffff);
    --_raised: var(--zul-raised, #ffffff);
    --_sunk: var(--zul-sunk, #f3f5f6);
    --_line: var(--zul-line, #e1e5e8);
    --_edge: var(--zul-edge, #848d97);
    --_ink: var(--zul-ink, #10161d);
    --_soft: var(--zul-ink-soft, #55606c);
    --_accent: var(--zul-accent, #08705a);
    --_on-accent: var(--zul-on-accent, #ffffff);
    --_tint: var(--zul-accent-tint, #e5f4ef);
    --_tint-ink: var(--zul-accent-tint-ink, #075a48);
    --_warn: #6f4400;
    --_warn-bg: #fff3d9;
    --_bad: #a3201a;
    --_bad-bg: #fdeceb;
    --_shadow: 0 1px 2px #10161d0a, 0 8px 24px #10161d0f;
    --_font: var(--zul-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
    --_radius: var(--zul-radius, 14px);
    --_radius-panel: var(--zul-radius-panel, 20px);
    --_gap: var(--zul-gap, 16px);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  :host([theme='dark']) {
    ${dark}
  }
`;
