import { upgradePlaces } from './upgrade.ts';
import { ZulTopup } from './zul-topup.ts';

// The script's own address says where the proxy is, so that embedding takes no configuration.
const script = import.meta.url;
ZulTopup.home = new URL('.', script).href;

// A page may load the script twice, or in two versions: the first one stays, and it alone watches the page.
if (!customElements.get('zul-topup')) {
  customElements.define('zul-topup', ZulTopup);
  upgradePlaces();
}
