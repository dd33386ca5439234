/** One documented thing. `type` and `default` as the source has them. */
export interface Entry {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly default: string;
}

/** Everything a site may rely on, read from the custom elements manifest. */
export interface Reference {
  readonly tagName: string;
  readonly className: string;
  readonly description: string;
  readonly attributes: readonly Entry[];
  readonly properties: readonly Entry[];
  readonly methods: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly parts: readonly Entry[];
  readonly tokens: readonly Entry[];
}

interface Item {
  readonly kind?: string;
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text?: string };
  readonly default?: string;
}

interface Declaration extends Item {
  readonly tagName?: string;
  readonly members?: readonly Item[];
  readonly attributes?: readonly Item[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

/**
 * The element's part of a manifest.
 * @param text the JSON of `custom-elements.json`, schema 1 or 2.
 * @throws when it describes no element.
 */
export function readReference(text: string): Reference {
  const { modules } = JSON.parse(text) as { modules: { declarations?: Declaration[] }[] };
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName !== undefined);
  if (!element?.tagName) throw new Error('The manifest describes no element: does its class have @tag?');
  const members = element.members ?? [];
  return {
    tagName: element.tagName,
    className: element.name,
    description: plain(element.description),
    attributes: entries(element.attributes),
    properties: entries(members.filter(({ kind }) => kind === 'field')),
    methods: entries(members.filter(({ kind }) => kind === 'method')),
    events: entries(element.events),
    slots: entries(element.slots),
    parts: entries(element.cssParts),
    tokens: entries(element.cssProperties),
  };
}

function entries(items: readonly Item[] = []): Entry[] {
  return items.map((item) => ({
    name: item.name,
    description: plain(item.description),
    type: item.type?.text ?? '',
    default: item.default ?? '',
  }));
}

/** One line, without the dash that parts a name from its description in JSDoc. */
function plain(text = ''): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^\s*-\s*/, '')
    .trim();
}
