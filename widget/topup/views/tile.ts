import { html, nothing, type TemplateResult } from 'lit';
import { tileLook } from '../state/tile.ts';
import { typePath } from './icons.ts';

/** The picture of a category: the reseller's, or drawn from its name and type where there is none or it does not come. */
export function cover(name: string, type: string, picture?: string | null): TemplateResult {
  const { mono, hue, motif } = tileLook(name);
  // The sign is written out: a template of its own would be one more to set up for every tile.
  return html`<span class="cover ${hue} ${motif}" part="cover" aria-hidden="true">
    <span class="mono l${mono.length}">${mono}</span><span class="icon"><svg viewBox="0 0 24 24"><path d=${typePath(type)} /></svg></span>
    ${picture ? html`<img src=${picture} alt="" loading="lazy" decoding="async" @error=${hide} />` : nothing}
  </span>`;
}

function hide({ target }: Event): void {
  (target as HTMLImageElement).hidden = true;
}
