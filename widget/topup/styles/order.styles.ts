import { css } from 'lit';

/** Waiting, the end of an order, and its facts. */
export const orderStyles = css`
  .amount,
  .serial {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 12px;
  }
  .amount > .over,
  .amount > .hint,
  .serial > .over,
  .serial > .facts {
    grid-column: 1 / -1;
  }
  .big {
    font-size: 30px;
    line-height: 1.25;
    font-weight: 750;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .serial {
    padding: 16px 18px;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_raised);
  }
  .serial .big {
    grid-column: 1 / -1;
    margin-bottom: 12px;
    font-size: 19px;
    letter-spacing: 0.01em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .serial .copy {
    justify-self: start;
  }
  .serial .facts {
    margin: 10px 0 -8px;
    border-top: 1px solid var(--_line);
  }
  h3 {
    margin-bottom: 8px;
    font-size: 15px;
    font-weight: 650;
  }
  .outcome {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 22px 18px;
    border-radius: 18px;
    background: var(--_sunk);
    text-align: center;
    text-wrap: pretty;
  }
  .outcome.good {
    background: var(--_tint);
  }
  .outcome.bad {
    background: var(--_bad-bg);
  }
  .seal {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    margin-bottom: 4px;
    border-radius: 50%;
    background: var(--_bg);
    color: var(--_accent);
  }
  .seal .icon,
  .seal .spinner {
    width: 28px;
    height: 28px;
  }
  .good .seal {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .bad .seal {
    color: var(--_bad);
  }
  .calm .seal {
    color: var(--_soft);
  }
  .after {
    display: grid;
    gap: 22px;
    padding-top: 8px;
  }
  .steps li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    color: var(--_soft);
    font-size: 14px;
  }
  .steps li + li::before {
    content: '';
    position: absolute;
    left: 10px;
    top: -10px;
    width: 2px;
    height: 20px;
    background: var(--_line);
  }
  .steps .done,
  .steps .now,
  .steps .bad {
    color: var(--_ink);
  }
  .steps .now,
  .steps .bad {
    font-weight: 600;
  }
  .dot {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 22px;
    height: 22px;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_bg);
  }
  .done .dot {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .dot .icon,
  .dot svg {
    width: 14px;
    height: 14px;
    stroke-width: 3;
  }
  .now .dot {
    border-color: var(--_accent);
  }
  .now .dot::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_accent);
    animation: breathe 1s ease-in-out infinite alternate;
  }
  .steps .bad .dot {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_bg);
  }
  time {
    margin-left: auto;
    color: var(--_soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .leave {
    display: grid;
    gap: 12px;
    padding: 14px 16px;
    border-radius: 14px;
    background: var(--_warn-bg);
    color: var(--_warn);
    font-size: 14px;
  }
  .leave .actions {
    grid-template-columns: 1fr 1fr;
  }
  .leave .button {
    border-color: currentColor;
    color: inherit;
  }
  @container zul (min-width: 720px) {
    .screen.order .body:not(.narrow) .after {
      grid-template-columns: 360px minmax(0, 1fr);
      gap: 32px;
    }
  }
`;
