import {
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** Directives, interfaces, unions and questions about the schema are rare: graphql-js executes what has them. */
export function isPlannable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isPlain = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive() {
        isPlain = false;
      },
      Field({ name, alias }) {
        const type = types.getType();
        const isAbstract = isAbstractType(type ? getNamedType(type) : null);
        const isMeta = name.value.startsWith('__') && name.value !== '__typename';
        // As a property it would be none like the others.
        if (isAbstract || isMeta || alias?.value === '__proto__') isPlain = false;
      },
    }),
  );
  return isPlain;
}
