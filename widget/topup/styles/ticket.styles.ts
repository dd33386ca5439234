import { css } from 'lit';

/** The check screen's ticket, and the lists of facts on every order. */
export const ticketStyles = css`
  .ticket {
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_raised);
    overflow: hidden;
  }
  .ticket.tall {
    height: 320px;
  }
  .goal {
    padding: 18px 18px 14px;
    background: var(--_tint);
  }
  .goal .over {
    color: var(--_tint-ink);
  }
  .target {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 28px;
    margin-top: 6px;
  }
  .target dt {
    font-size: 12px;
    color: var(--_tint-ink);
  }
  .target dd {
    font-size: 20px;
    line-height: 1.2;
    font-weight: 700;
  }
  .target .id {
    font-size: 28px;
    letter-spacing: 0.01em;
    font-variant-numeric: tabular-nums;
  }
  .tear {
    position: relative;
    height: 18px;
    margin-top: -1px;
    background: linear-gradient(var(--_tint) 50%, #0000 50%);
  }
  .tear::before,
  .tear::after {
    content: '';
    position: absolute;
    top: 0;
    width: 18px;
    height: 18px;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_bg);
  }
  .tear::before {
    left: -10px;
  }
  .tear::after {
    right: -10px;
  }
  .facts {
    display: flex;
    flex-direction: column;
    font-size: 14px;
  }
  .ticket .facts {
    padding: 2px 18px 8px;
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    padding: 11px 0;
  }
  .facts > div + div {
    border-top: 1px solid var(--_line);
  }
  .facts > .with {
    align-items: center;
  }
  .facts dt {
    flex: none;
    color: var(--_soft);
  }
  .facts dd {
    text-align: right;
    font-weight: 500;
  }
  .with dd {
    display: flex;
    flex-direction: row-reverse;
    align-items: center;
    gap: 10px;
  }
  .facts .pay dd {
    font-size: 20px;
    font-weight: 700;
  }
  .code {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .button .spinner {
    margin-left: -4px;
  }
`;
