import { html, type TemplateResult } from 'lit';
import { tileLook } from '../state/tile.ts';
import { typeIcon } from './icons.ts';

/** The picture of a category: drawn from its name and type, because the provider has no pictures. */
export function cover(name: string, type: string): TemplateResult {
  const { mono, hue, motif } = tileLook(name);
  return html`<span class="cover ${hue} ${motif}" part="cover" aria-hidden="true">
    <span class="mono l${mono.length}">${mono}</span>${typeIcon(type)}
  </span>`;
}
