/** What the analyzer reads off the code and no site may rely on: statics, private members, Lit's own hooks. */
const LIT = /^(connected|disconnected|adopted|attributeChanged)Callback$|^(firstUpdated|updated|willUpdate)$/;

function onlyPublic() {
  return {
    name: 'only-public',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { declarations } of modules) {
        for (const declaration of declarations ?? []) {
          const { members, events } = declaration;
          if (members) declaration.members = members.filter(isPublic);
          // A bare `dispatchEvent(new X())` names no event; the `@fires` line does.
          if (events) declaration.events = events.filter(({ name }) => name?.startsWith('zul-'));
        }
      }
    },
  };
}

function isPublic({ name, privacy, static: isStatic }) {
  return (
    !isStatic && privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !LIT.test(name)
  );
}

export default {
  globs: ['widget/topup/{define,zul-topup}.ts', 'widget/topup/events/*.ts'],
  outdir: 'dist/widget',
  litelement: true,
  // The manifest is served with the widget; it is no package that others install.
  packagejson: false,
  quiet: true,
  plugins: [onlyPublic()],
};
