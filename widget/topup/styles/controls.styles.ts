import { css } from 'lit';

/** Buttons, chips, notes and what stands in while loading. */
export const controls = css`
  .round {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    margin: 0 -6px 0 -10px;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .round:hover {
    background: var(--_sunk);
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    padding: 10px 18px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    transition: background 0.12s;
  }
  .button:hover {
    background: var(--_sunk);
  }
  .button.main {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.main:hover {
    box-shadow: inset 0 0 0 99px #00000014;
  }
  .button.quiet {
    border-color: transparent;
    background: var(--_sunk);
  }
  .button.quiet:hover {
    border-color: var(--_line);
  }
  .button[disabled] {
    background: var(--_sunk);
    color: var(--_soft);
    cursor: default;
  }
  .link {
    align-self: center;
    min-height: 44px;
    padding: 0 12px;
    border: 0;
    background: none;
    color: var(--_soft);
    font-size: 14px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .actions {
    display: grid;
    gap: 10px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: none;
    min-height: 44px;
    padding: 0 16px;
    border: 1px solid var(--_line);
    border-radius: 22px;
    background: none;
    font-size: 14px;
    font-weight: 500;
    white-space: nowrap;
  }
  .chip:hover {
    border-color: var(--_edge);
  }
  .chip.on {
    border-color: transparent;
    background: var(--_tint);
    color: var(--_tint-ink);
    font-weight: 600;
  }
  .chip .icon {
    width: 18px;
    height: 18px;
  }
  .tag {
    padding: 1px 7px;
    border-radius: 6px;
    background: var(--_warn-bg);
    color: var(--_warn);
    font-size: 12px;
    font-weight: 500;
  }
  .note {
    display: flex;
    gap: 10px;
    padding: 12px 14px;
    border-radius: 12px;
    background: var(--_sunk);
    font-size: 14px;
    line-height: 1.45;
  }
  .note.warning {
    background: var(--_warn-bg);
    color: var(--_warn);
  }
  .note.bad {
    background: var(--_bad-bg);
    color: var(--_bad);
  }
  .blank {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
    max-width: 420px;
    min-height: 300px;
    margin: 0 auto;
    justify-content: center;
    text-align: center;
  }
  .blank > .icon,
  .blank > .icon svg {
    width: 36px;
    height: 36px;
    margin-bottom: 4px;
    color: var(--_soft);
    stroke-width: 1.4;
  }
  .blank .button {
    margin-top: 12px;
  }
  .owner {
    margin-top: 12px;
    padding: 14px;
    border-radius: 12px;
    background: var(--_sunk);
    font-size: 14px;
  }
  code {
    display: block;
    margin-top: 8px;
    padding: 8px 10px;
    border-radius: 8px;
    background: var(--_bg);
    font: 13px/1.4 ui-monospace, Menlo, Consolas, monospace;
    user-select: all;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
    min-height: 52px;
    padding: 4px var(--_gap);
    border-top: 1px solid var(--_line);
    color: var(--_soft);
    font-size: 13px;
    line-height: 1.4;
  }
  .foot > span,
  .help {
    display: flex;
    align-items: center;
    gap: 7px;
  }
  .foot .icon,
  .help .icon {
    width: 18px;
    height: 18px;
  }
  .help {
    min-height: 44px;
    color: var(--_tint-ink);
    font-weight: 600;
    text-decoration: none;
  }
  .help:hover {
    text-decoration: underline;
  }
  .spinner {
    flex: none;
    width: 18px;
    height: 18px;
    border: 2.5px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  .bone {
    border-color: transparent;
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .bone:not(.tile) {
    background: var(--_sunk);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
