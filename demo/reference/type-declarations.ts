import { memberTypes } from './member-types.ts';
import type { Entry, Reference } from './reference.ts';

/**
 * `zul-topup.d.ts`: the element for TypeScript, for JSX in React 19 and for Vue's templates and JSX.
 * A site that has only one of the two frameworks leaves `skipLibCheck` on, as their starters do.
 */
export function typeDeclarations(reference: Reference): string {
  const { tagName, className, attributes, properties, methods, events } = reference;
  const types = memberTypes(['widget/topup/zul-topup.ts', ...events.map(fileOf)]);
  const own = types.get(className) ?? new Map<string, string>();
  const typeOf = ({ name, type }: Entry) => own.get(name) ?? (type || 'unknown');
  const eventMembers = ({ type }: Entry) =>
    [...(types.get(type) ?? [])].map(([name, written]) => `  readonly ${name}: ${written};\n`).join('');
  const handlers = (name: (event: string) => string) =>
    events
      .map(
        (event) =>
          `${doc(event, 4)}    '${name(event.name)}'?: ((event: ${event.type}) => void) | undefined;\n`,
      )
      .join('');
  return `// Made from the widget's source by \`npm run manifest\`.
${events.map((event) => `\n${doc(event)}export interface ${event.type} extends Event {\n${eventMembers(event)}}\n`).join('')}
export interface ${className}EventMap {
${events.map(({ name, type }) => `  '${name}': ${type};\n`).join('')}}

/** ${reference.description} */
export interface ${className} extends HTMLElement {
${properties.map((each) => `${doc(each, 2)}  ${each.name}: ${typeOf(each)};\n`).join('')}${methods
  .map((each) => `${doc(each, 2)}  ${each.name}${typeOf(each)};\n`.replace('=>', ':'))
  .join('')}}

export interface ${className}Attributes {
${attributes.map((each) => `${doc(each, 2)}  '${each.name}'?: ${typeOf(each)} | undefined;\n`).join('')}}

declare global {
  interface HTMLElementTagNameMap {
    '${tagName}': ${className};
  }
  interface GlobalEventHandlersEventMap extends ${className}EventMap {}
}

declare module 'react' {
  interface ${className}Handlers {
${handlers((name) => `on${name}`)}  }
  namespace JSX {
    interface IntrinsicElements {
      '${tagName}': DetailedHTMLProps<HTMLAttributes<${className}>, ${className}> & ${className}Attributes & ${className}Handlers;
    }
  }
}

declare module 'vue' {
  interface ${className}Handlers {
${handlers(vueName)}  }
  interface GlobalComponents {
    '${tagName}': new () => { $props: HTMLAttributes & ${className}Attributes & ${className}Handlers };
  }
}

declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      '${tagName}': import('vue').HTMLAttributes & ${className}Attributes & import('vue').${className}Handlers;
    }
  }
}
`;
}

/** Each event's class has a file of its own, named like the event. */
const fileOf = ({ name }: Entry) => `widget/topup/events/${name}.ts`;

/** `zul-ready` as Vue names its handler: `onZulReady`. */
const vueName = (event: string) =>
  `on${event.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;

function doc({ description }: Entry, indent = 0): string {
  return `${' '.repeat(indent)}/** ${description} */\n`;
}
