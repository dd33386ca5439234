import type { ActiveFault } from '../faults/fault-book.ts';
import { type FaultName, faultGroups, faultKinds } from '../faults/kinds.ts';
import type { ParamSpec } from '../faults/params.ts';
import { html, type Markup } from './html.ts';

/** The faults that are on, each with the button that ends it; empty when there are none. */
export function activeFaults(faults: readonly ActiveFault[]): Markup {
  if (faults.length === 0) return html``;
  return html`<section aria-labelledby="faults">
    <h2 id="faults">Gangguan aktif / Faults on <span class="count">${faults.length}</span></h2>
    <ul class="items">${faults.map(activeFault)}</ul>
    <form class="all-off" method="post" action="/faults/clear"><button class="quiet" id="faults-clear">Matikan semua / Switch all off</button></form>
  </section>`;
}

function activeFault({ id, kind, path, only, count, params }: ActiveFault): Markup {
  const details = [
    count === Number.POSITIVE_INFINITY ? 'terus / always' : `${count}×`,
    path ?? '',
    only ?? '',
    ...Object.entries(params).map(([name, value]) => `${name}: ${value === '' ? '–' : value}`),
  ];
  return html`<li class="item">
  <div class="what"><strong>${kind}</strong><span class="detail">${faultKinds[kind].id}</span>
  <span class="meta">${details.filter((part) => part !== '').join(' · ')}</span></div>
  <form method="post" action="/faults/${id}/remove"><button class="quiet" id="off-${id}">Matikan / Off</button></form>
</li>`;
}

/** One switch for everything the provider can do wrong, by subject. */
export function faultSwitches(): Markup {
  return html`<section class="switches" aria-labelledby="switches">
  <h2 id="switches">Gangguan provider / Provider faults</h2>
  <p class="small">Pilih kelakuan buruk provider, lalu lihat apa yang dibaca pembeli. / <span lang="en">Choose how the provider misbehaves and see what the buyer reads.</span></p>
  ${faultGroups.map(
    ({ title, names }) => html`<details>
    <summary>${title} <span class="count">${names.length}</span></summary>
    <ul class="items">${names.map(faultSwitch)}</ul>
  </details>`,
  )}
</section>`;
}

function faultSwitch(kind: FaultName): Markup {
  const { id, en, paths, params } = faultKinds[kind];
  return html`<li class="item" id="fault-${kind}">
  <div class="what"><strong>${kind}</strong><span class="detail">${id}</span><span class="detail" lang="en">${en}</span></div>
  <form class="switch" method="post" action="/faults">
    <input type="hidden" name="kind" value="${kind}">
    ${Object.entries(params).map(([name, spec]) => control(name, spec))}
    ${paths.length > 1 ? select('path', [['', 'semua / all'], ...paths.map(pair)]) : ''}
    ${select('count', [pair('1'), pair('3'), pair('10'), ['always', 'terus / always']])}
    <button>Nyalakan / On</button>
  </form>
</li>`;
}

function control(name: string, spec: ParamSpec): Markup {
  if (spec.type === 'choice') return select(name, spec.choices.map(pair));
  const type = spec.type === 'number' ? 'number' : 'text';
  return html`<label>${name}<input type="${type}" name="${name}" value="${spec.standard}"></label>`;
}

function select(name: string, options: readonly (readonly [value: string, label: string])[]): Markup {
  return html`<label>${name}<select name="${name}">${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></label>`;
}

function pair(value: string): readonly [string, string] {
  return [value, value];
}
