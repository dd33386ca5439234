import { css } from 'lit';

/** Nominals: radio buttons that look like price cards. */
export const nominalStyles = css`
  .nominals {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(136px, 100%), 1fr));
    gap: 10px;
  }
  .nominal {
    position: relative;
    display: flex;
    cursor: pointer;
  }
  .nominal input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    z-index: 1;
    opacity: 0;
    cursor: inherit;
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    justify-content: space-between;
    gap: 4px;
    width: 100%;
    min-height: 78px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 14px;
    line-height: 1.35;
  }
  .card .what {
    font-weight: 600;
  }
  .card .price {
    color: var(--_soft);
  }
  .card .icon {
    position: absolute;
    right: 10px;
    bottom: 12px;
    width: 20px;
    height: 20px;
    padding: 3px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    opacity: 0;
  }
  .card .icon svg {
    width: 14px;
    height: 14px;
    stroke-width: 3;
  }
  .nominal:hover .card {
    border-color: var(--_edge);
  }
  :checked + .card {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  :checked + .card .price {
    color: var(--_tint-ink);
    font-weight: 600;
  }
  :checked + .card .icon {
    opacity: 1;
  }
  .wrong :focus + .card,
  :focus-visible + .card {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  :disabled + .card {
    border-style: dashed;
    border-color: var(--_line);
    background: none;
    color: var(--_soft);
    cursor: default;
  }
  :disabled + .card .what {
    font-weight: 500;
  }
`;
