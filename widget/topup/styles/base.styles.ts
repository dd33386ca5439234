import { css } from 'lit';

/** Frame, resets and type. Pixels throughout: a host's root font size must not reach in. */
export const base = css`
  :host {
    display: block;
    /* In a flex row or a centred column it would be as wide as its content, which its container query hides. */
    min-width: 0;
    width: -moz-available;
    width: -webkit-fill-available;
    width: stretch;
    /* The one inherited text property that 'all: initial' leaves alone. */
    direction: ltr;
    /* What only screen readers see must not lie outside a box that the site scrolls. */
    position: relative;
    scroll-margin-top: var(--zul-scroll-margin, 12px);
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    all: initial;
    display: block;
    container: zul / inline-size;
    color-scheme: inherit;
  }
  .panel {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    max-width: 1040px;
    margin: 0 auto;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_bg);
    color: var(--_ink);
    font: 400 15px/1.5 var(--_font);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    -webkit-font-smoothing: antialiased;
    -webkit-tap-highlight-color: transparent;
    overflow-wrap: anywhere;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    list-style: none;
  }
  button,
  input,
  select {
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .title:focus {
    outline: none;
  }
  .hush {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    display: block;
    flex: none;
    width: 20px;
    height: 20px;
  }
  .icon svg {
    display: block;
    width: 100%;
    height: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 18px var(--_gap) 14px;
  }
  .titles {
    flex: 1;
    min-width: 0;
  }
  .title {
    font-size: 21px;
    line-height: 1.25;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .over {
    min-height: 18px;
    font-size: 13px;
    line-height: 18px;
    color: var(--_soft);
  }
  .soft {
    color: var(--_soft);
  }
  .strong {
    font-weight: 600;
  }
  .price {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding: 0 var(--_gap) 20px;
  }
  .screen {
    animation: arrive 0.18s ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .screen,
    .bone {
      animation: none;
    }
    .spinner {
      animation-duration: 3s;
    }
    * {
      transition: none;
    }
  }
  @container zul (min-width: 560px) {
    .head {
      padding: 24px 24px 16px;
    }
    .body {
      padding: 0 24px 24px;
    }
    .foot {
      padding: 4px 24px;
    }
    .title {
      font-size: 25px;
    }
    .narrow {
      width: 100%;
      max-width: 560px;
      margin: 0 auto;
    }
  }
`;
