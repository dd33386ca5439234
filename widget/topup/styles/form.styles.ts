import { css } from 'lit';

/** Steps, fields and the bar that carries the total. */
export const formStyles = css`
  .buy,
  .side {
    display: flex;
    flex-direction: column;
    gap: 24px;
  }
  legend {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 0 12px;
    font-size: 16px;
    font-weight: 650;
  }
  .num {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_tint-ink);
    font-size: 13px;
    font-weight: 700;
  }
  .fields {
    display: grid;
    gap: 14px;
  }
  .field {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  label {
    font-size: 14px;
    font-weight: 500;
  }
  .field > label {
    margin-bottom: 6px;
  }
  .field input,
  .field select {
    scroll-margin: 72px 0 112px;
    width: 100%;
    height: 48px;
    padding: 0 14px;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_raised);
    font-size: 16px;
    appearance: none;
  }
  .field select {
    padding-right: 40px;
    background-image: linear-gradient(45deg, #0000 50%, currentColor 50%), linear-gradient(-45deg, #0000 50%, currentColor 50%);
    background-position: right 20px top 21px, right 15px top 21px;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }
  .field input:focus-visible,
  .field select:focus-visible {
    border-color: var(--_accent);
    outline-offset: -1px;
  }
  .wrong input,
  .wrong select {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .hint {
    margin-top: 5px;
    font-size: 13px;
    line-height: 1.4;
    color: var(--_soft);
  }
  .hint:empty {
    display: none;
  }
  .hint span {
    display: inline-block;
    margin-right: 6px;
  }
  .hint.odd {
    color: var(--_warn);
  }
  .hint.error {
    color: var(--_bad);
    font-weight: 500;
  }
  .pick > .hint {
    margin: -4px 0 10px;
  }
  .step > .fields + .hint {
    margin-top: 10px;
  }
  .bar {
    position: sticky;
    bottom: 0;
    display: flex;
    align-items: center;
    gap: 12px;
    margin: 0 calc(var(--_gap) * -1) -20px;
    padding: 10px var(--_gap);
    padding-bottom: max(10px, env(safe-area-inset-bottom));
    border-top: 1px solid var(--_line);
    background: var(--_bg);
  }
  .sum {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-width: 0;
    line-height: 1.3;
  }
  .sum .soft {
    overflow: hidden;
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sum strong {
    font-size: 19px;
    letter-spacing: -0.01em;
  }
  .bar .button {
    min-width: 128px;
  }
  .bone.line {
    display: block;
    width: 44%;
    height: 24px;
    margin-bottom: 12px;
    border-radius: 8px;
  }
  .bone.input {
    display: block;
    height: 48px;
    margin-bottom: 14px;
    border-radius: 12px;
  }
  @container zul (min-width: 720px) {
    .buy {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 340px;
      align-items: start;
      gap: 24px 32px;
    }
    .buy > .note {
      grid-column: 1 / -1;
    }
    .side {
      position: sticky;
      top: 16px;
      padding: 20px;
      border: 1px solid var(--_line);
      border-radius: 18px;
    }
    .bar {
      position: static;
      margin: 0;
      padding: 16px 0 0;
    }
    .nominals {
      grid-template-columns: repeat(auto-fill, minmax(164px, 1fr));
    }
  }
`;
