import { css } from 'lit';

/** The QR, the sum and how to pay it. */
export const payStyles = css`
  .checkout {
    display: grid;
    gap: 16px;
  }
  .plate {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    padding: 14px 14px 12px;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: #fff;
    color: #10161d;
  }
  .plate img {
    display: block;
    width: min(264px, 100%);
    height: auto;
    aspect-ratio: 1;
    object-fit: contain;
    background: #fff;
    image-rendering: pixelated;
  }
  .until {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 7px;
    font-size: 14px;
    line-height: 1.35;
    color: #4a5560;
  }
  .until .icon {
    width: 17px;
    height: 17px;
  }
  .count {
    color: #10161d;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .due {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-width: 0;
  }
  .how {
    padding: 14px 16px;
    border-radius: 14px;
    background: var(--_sunk);
    font-size: 14px;
  }
  .how ol {
    display: grid;
    gap: 7px;
    counter-reset: how;
  }
  .how li {
    position: relative;
    padding-left: 28px;
    line-height: 1.4;
    counter-increment: how;
  }
  .how li::before {
    content: counter(how);
    position: absolute;
    left: 0;
    width: 19px;
    height: 19px;
    border-radius: 50%;
    background: var(--_bg);
    color: var(--_soft);
    font-size: 12px;
    font-weight: 700;
    line-height: 19px;
    text-align: center;
  }
  .scan {
    display: none;
    color: var(--_soft);
  }
  @container zul (min-width: 720px) {
    .checkout {
      grid-template-columns: 360px minmax(0, 1fr);
      gap: 32px;
      align-items: center;
    }
    .due {
      gap: 20px;
      padding-top: 8px;
    }
    .plate {
      padding: 28px 24px 20px;
    }
    .plate img {
      width: 312px;
    }
    .how {
      display: none;
    }
    .scan {
      display: block;
    }
    .amount {
      grid-template-columns: auto 1fr;
      gap: 0 20px;
      justify-items: start;
    }
    .due .actions {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
