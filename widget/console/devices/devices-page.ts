import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleSession } from '../../../proxy/contract/console.ts';
import { formatTime } from '../../kit/dates.ts';
import { ask } from '../api.ts';
import { ConsolePage } from '../console-page.ts';
import { deviceName } from './device.ts';
import { DEVICES_WORDS, type DevicesWords } from './words.ts';

/** Who is signed in, and how to end it. */
export class DevicesPage extends ConsolePage {
  #sessions: readonly ConsoleSession[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const words = DEVICES_WORDS[this.lang];
    return html`<section class="card">
      <h1>${words.devices}</h1>
      ${this.failureView(() => void this.#load())}
      ${
        this.#sessions === null
          ? this.loadingView()
          : html`<ul class="list">${this.#sessions.map((one) => this.#device(words, one))}</ul>
            <button type="button" @click=${() => void this.#leave('')}>${words.signOutAll}</button>`
      }
    </section>`;
  }

  #device(words: DevicesWords, { id, device, seenAt, isThis }: ConsoleSession): TemplateResult {
    const name = deviceName(device) ?? words.unknownDevice;
    const seen = words.lastSeen.replace('{0}', formatTime(seenAt, this.lang, Date.now()));
    return html`<li class="row">
      <span class="grow">
        <strong>${name}${isThis ? ` (${words.thisDevice})` : ''}</strong>
        ${isThis ? nothing : html`<span class="soft">${seen}</span>`}
      </span>
      <button
        type="button"
        aria-label="${words.signOut}: ${name}"
        @click=${() => void this.#leave(`/${isThis ? 'this' : encodeURIComponent(id)}`)}
      >
        ${words.signOut}
      </button>
    </li>`;
  }

  async #load(): Promise<void> {
    await this.work(async () => {
      this.#sessions = (await ask<{ sessions: ConsoleSession[] }>('GET', 'sessions')).sessions;
    });
  }

  async #leave(which: string): Promise<void> {
    // When it was this browser's own session, the next request finds the door closed and says so to the shell.
    if (await this.work(() => ask('DELETE', `sessions${which}`))) await this.#load();
  }
}

customElements.define('zul-console-devices', DevicesPage);
