import { ZulConsole } from './zul-console.ts';

customElements.define('zul-console', ZulConsole);
