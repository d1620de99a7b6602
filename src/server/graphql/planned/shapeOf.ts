import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

/** What values of a type look like in an answer. */
export type Shape = { readonly isNullable: boolean } & (
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType }
);

/** Of interfaces and unions no shape is known before there is a value. */
export function shapeOf(type: GraphQLOutputType, isNullable = true): Shape {
  if (isNonNullType(type)) return shapeOf(type.ofType, false);
  if (isListType(type)) return { isNullable, kind: 'list', of: shapeOf(type.ofType) };
  if (isLeafType(type)) return { isNullable, kind: 'leaf', type };
  if (isObjectType(type)) return { isNullable, kind: 'object', type };
  throw new Error(`${type.name} is more than one type`);
}
