import ts from 'typescript';

/** The names of exported functions and classes of a source text that have no doc comment. */
export function undocumentedExports(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => exportedCallables(statement, source));
}

function exportedCallables(statement: ts.Statement, source: ts.SourceFile): string[] {
  if (hasDoc(statement)) return [];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    const name = statement.name?.text ?? 'default';
    return isExported(statement, [name], source) && !isLaterOverload(statement, source) ? [name] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  const functions = statement.declarationList.declarations.filter(({ initializer }) =>
    isFunctionValue(initializer),
  );
  const names = functions.map(({ name }) => name.getText(source));
  return isExported(statement, names, source) ? names : [];
}

function hasDoc(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((doc) => ts.getTextOfJSDocComment(doc.comment)?.trim());
}

function isFunctionValue(value: ts.Expression | undefined): boolean {
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function isExported(node: ts.Statement, names: string[], source: ts.SourceFile): boolean {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return true;
  return source.statements.some((statement) => {
    const clause = ts.isExportDeclaration(statement) && !statement.moduleSpecifier && statement.exportClause;
    if (!clause || !ts.isNamedExports(clause)) return false;
    return clause.elements.some((element) => names.includes((element.propertyName ?? element.name).text));
  });
}

/** Of an overloaded function only the first signature carries the doc comment. */
function isLaterOverload(
  node: ts.Node & { name?: ts.Identifier | undefined },
  source: ts.SourceFile,
): boolean {
  const sameName = source.statements.filter(
    (other) => ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text,
  );
  return sameName.length > 1 && sameName[0] !== node;
}
