import ts from 'typescript';

/** The types of a file that somebody meets who uses what else it exports: in a signature, a field, another such type. */
export function shownTypes(text: string, types: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>();
  const { statements } = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true);
  const exported = statements.filter(
    (each) =>
      ts.canHaveModifiers(each) && each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  for (let before = -1; before < shown.size;) {
    before = shown.size;
    for (const each of exported) if (!isUnseen(each)) ts.forEachChild(each, see);
  }
  return shown;

  function isUnseen(each: ts.Statement): boolean {
    return (
      (ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each)) &&
      types.has(each.name.text) &&
      !shown.has(each.name.text)
    );
  }

  function see(node: ts.Node): void {
    if (ts.isIdentifier(node) && types.has(node.text)) shown.add(node.text);
    // What a function does is nobody else's.
    if (!ts.isBlock(node)) ts.forEachChild(node, see);
  }
}
