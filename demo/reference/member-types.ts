import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The types of a class's own members, written out so that they need no import. */
export type MemberTypes = ReadonlyMap<string, string>;

/**
 * Reads the types of classes from the source: what a site gets is a file of its own, which cannot point
 * into ours. By class name; each holds the members that the class itself declares, methods as signatures.
 * @param files TypeScript files, from the project's root.
 */
export function memberTypes(files: readonly string[]): ReadonlyMap<string, MemberTypes> {
  const { config } = ts.readConfigFile(`${ROOT}widget/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, `${ROOT}widget`);
  const program = ts.createProgram(
    files.map((file) => ROOT + file),
    options,
  );
  const checker = program.getTypeChecker();
  const found = new Map<string, MemberTypes>();
  for (const file of files) {
    for (const statement of program.getSourceFile(ROOT + file)?.statements ?? []) {
      if (!ts.isClassDeclaration(statement) || !statement.name) continue;
      found.set(statement.name.text, new Map(statement.members.flatMap((member) => typed(member, checker))));
    }
  }
  return found;
}

function typed(member: ts.ClassElement, checker: ts.TypeChecker): [string, string][] {
  if (!member.name || !ts.isIdentifier(member.name)) return [];
  // What belongs to the class itself is no site's, and its types are the browser's own, without end.
  if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) return [];
  const type = checker.getTypeAtLocation(member);
  const [signature] = ts.isMethodDeclaration(member) ? type.getCallSignatures() : [];
  return [[member.name.text, signature ? checker.signatureToString(signature) : written(type, checker)]];
}

function written(type: ts.Type, checker: ts.TypeChecker): string {
  // Booleans are unions too, of two literals nobody writes.
  if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) {
    const options = type.types.map((each) => written(each, checker));
    return options.sort((a, b) => Number(a === 'null') - Number(b === 'null')).join(' | ');
  }
  if (!(type.flags & ts.TypeFlags.Object)) return checker.typeToString(type);
  const members = checker
    .getPropertiesOfType(type)
    .map((member) => `readonly ${member.name}: ${written(checker.getTypeOfSymbol(member), checker)}`);
  return `{ ${members.join('; ')} }`;
}
