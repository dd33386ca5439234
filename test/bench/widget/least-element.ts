import { css, html, LitElement, type TemplateResult } from 'lit';

/** The least that Lit can be used for: one line of text. What takes longer than this is the widget's own doing. */
class LeastElement extends LitElement {
  static override styles = css`
    :host { display: block; }
  `;

  override render(): TemplateResult {
    return html`<p>Top up</p>`;
  }
}

customElements.define('least-element', LeastElement);
document.body.append(new LeastElement());
