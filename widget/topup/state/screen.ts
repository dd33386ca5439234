/** Where the buyer is. What each place shows lives with the controllers. */
export type Screen =
  | { readonly at: 'catalog' }
  | { readonly at: 'category'; readonly id: string }
  | { readonly at: 'check'; readonly id: string }
  | { readonly at: 'order' }
  | { readonly at: 'mine' };

/** What can move him. */
export type Move =
  | { readonly to: 'category'; readonly id: string }
  | { readonly to: 'check'; readonly id: string }
  | { readonly to: 'order' }
  | { readonly to: 'mine' }
  | { readonly to: 'back' }
  | { readonly to: 'home' };

/** The next screen. `pinned` is the only category of an element with the `category` attribute: its home. */
export function nextScreen(screen: Screen, move: Move, pinned: string | null): Screen {
  const home: Screen = pinned === null ? { at: 'catalog' } : { at: 'category', id: pinned };
  switch (move.to) {
    case 'category':
    case 'check':
      return { at: move.to, id: move.id };
    case 'order':
    case 'mine':
      return { at: move.to };
    case 'home':
      return home;
    case 'back':
      // An order is left by dismissing it, never by going back: it may hold the buyer's money.
      if (screen.at === 'order') return screen;
      return screen.at === 'check' ? { at: 'category', id: screen.id } : home;
  }
}
