import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from '../../support/sources.ts';

const LOOKS = 'widget/topup/styles/looks.css';

describe("the widget's style sheets", () => {
  it('are all put on: one that nobody imports is missed by no compiler', () => {
    const sheets = listFiles(/^widget\/(topup\/styles|kit)\/.*\.css$/).filter((file) => file !== LOOKS);
    const imported = [...readSource(LOOKS).matchAll(/@import "(.+)";/g)].map(([, path = '']) =>
      new URL(path, `file:///${LOOKS}`).pathname.slice(1),
    );
    expect(imported.sort()).toEqual(sheets.sort());
  });
});
