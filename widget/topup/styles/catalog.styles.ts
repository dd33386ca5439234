import { css } from 'lit';

/** Search, types and the grid, and what stands in for them while they load. */
export const catalogStyles = css`
  .search {
    position: relative;
    height: 48px;
    border-radius: var(--_radius);
  }
  .chips {
    display: flex;
    gap: 8px;
    margin: 0 calc(var(--_gap) * -1);
    padding: 3px var(--_gap);
    overflow-x: auto;
    scrollbar-width: none;
    overscroll-behavior-x: contain;
  }
  .chip.wide {
    width: 84px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px 12px;
  }
  .tile {
    display: flex;
    flex-direction: column;
    width: 100%;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: left;
  }
  .tile .cover {
    width: 100%;
    aspect-ratio: 4 / 3;
    transition: transform 0.16s ease-out;
  }
  .caption {
    display: block;
    height: 66px;
    padding-top: 8px;
  }
  .tile .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-height: 38px;
    overflow: hidden;
    font-size: 14px;
    line-height: 19px;
    font-weight: 600;
  }
  .tile .from {
    display: block;
    height: 20px;
    font-size: 13px;
    line-height: 20px;
    color: var(--_soft);
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .tile.bone .cover,
  .tile.bone .name,
  .tile.bone .from {
    background: var(--_sunk);
  }
  .tile.bone .name,
  .tile.bone .from {
    border-radius: 6px;
    background-clip: content-box;
    padding: 4px 30% 4px 0;
    height: 28px;
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
  .bone.chip {
    flex: none;
    height: 44px;
    border-radius: 22px;
  }
  .bone.button {
    height: 48px;
    border-radius: var(--_radius);
  }
  .cover {
    border-radius: var(--_radius);
  }
  @container zul (min-width: 340px) {
    .grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .tile .name {
      font-size: 13px;
    }
    .tile .from {
      font-size: 12px;
    }
  }
  @container zul (min-width: 560px) {
    .grid {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 12px 16px;
    }
    .tile .name {
      font-size: 15px;
    }
    .tile .from {
      font-size: 13px;
    }
    .chips {
      margin: 0 -24px;
      padding: 3px 24px;
    }
  }
  @container zul (min-width: 820px) {
    .grid {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
  }
`;
