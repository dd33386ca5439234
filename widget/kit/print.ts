/**
 * Prints lines of text, and nothing of the page around: from a frame of its own, which any content policy
 * lets a page have as long as it stays blank.
 */
export function printLines(lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (page && view) {
    for (const line of lines) {
      const paragraph = page.createElement('p');
      paragraph.textContent = line;
      page.body.append(paragraph);
    }
    view.onafterprint = () => frame.remove();
    view.focus();
    view.print();
  }
}
