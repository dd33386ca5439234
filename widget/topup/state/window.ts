/** A long list of equal rows, and where the viewer is in it. Pixels. */
export interface Rows {
  /** How many things the list holds, and how many stand in a row. */
  readonly count: number;
  readonly columns: number;
  /** Known before the first row is drawn, so that the page does not jump. */
  readonly rowHeight: number;
  readonly gap: number;
  /** How far the top of the viewport is below the top of the list; negative while the list is below it. */
  readonly viewportTop: number;
  readonly viewportHeight: number;
  /** Rows drawn beyond each edge, so that scrolling does not show blanks. */
  readonly overscan: number;
}

/** What is to be drawn: things `first` to before `last`, and the room to leave for the others. Pixels. */
export interface Drawn {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The part of a long list that somebody can see, in whole rows, so that a page of 5,000 things stays light.
 * `before`, the drawn rows with the gaps between them, and `after` are together as high as the whole list.
 * At least one row is drawn, wherever the viewport is.
 */
export function drawnRows(list: Rows): Drawn {
  const columns = Math.max(1, list.columns);
  const rows = Math.ceil(list.count / columns);
  if (rows === 0) return { first: 0, last: 0, before: 0, after: 0 };
  const pitch = Math.max(1, list.rowHeight + list.gap);
  const within = (row: number, least: number, most: number) => Math.min(most, Math.max(least, row));
  const top = Math.floor(list.viewportTop / pitch) - list.overscan;
  const bottom = Math.ceil((list.viewportTop + list.viewportHeight) / pitch) + list.overscan;
  const firstRow = within(top, 0, rows - 1);
  const lastRow = within(bottom, firstRow + 1, rows);
  return {
    first: firstRow * columns,
    last: Math.min(list.count, lastRow * columns),
    before: firstRow * pitch,
    after: (rows - lastRow) * pitch,
  };
}
