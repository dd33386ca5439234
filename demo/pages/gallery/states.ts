import { BROWSING_STATES } from './browsing-states.ts';
import { CHECKOUT_STATES } from './checkout-states.ts';
import { ORDER_STATES } from './order-states.ts';
import type { GalleryState } from './state.ts';

/** Every state of the widget. A new one is an entry in one of the three tables, and nothing else. */
export const STATES: readonly GalleryState[] = [...BROWSING_STATES, ...CHECKOUT_STATES, ...ORDER_STATES];

/** The themes each of them is shown in. */
export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];
