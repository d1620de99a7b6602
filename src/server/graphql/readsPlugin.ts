import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { databaseTrouble } from '../../database/databaseTrouble.js';
import { isOperation, type Operation } from '../../rights/operations.js';
import { isFresh, type Reads } from '../reads/Reads.js';
import type { RequestContext } from './RequestContext.js';

/**
 * One query reads in one place: what it finds there fits together. What a mutation reads, it reads where it writes,
 * and from then on its actor reads what has come that far.
 */
export function readsPlugin(reads: Reads): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, document, contextValue }) {
          const { actor } = contextValue;
          if (actor === null || operation?.operation !== OperationTypeNode.QUERY) return;
          contextValue.loaders = { manager: await reads.managerFor(actor, rootFields(document, operation)) };
        },
        async willSendResponse({ operation, document, contextValue: { actor, log }, response }) {
          if (actor === null || !document || !operation) return;
          const isReading = operation.operation === OperationTypeNode.QUERY;
          if (isReading && !isFresh(rootFields(document, operation))) return;
          try {
            await reads.note(actor);
          } catch (error) {
            const trouble = databaseTrouble(error);
            if (!trouble) throw error;
            log.warn({ err: error }, 'the database could not do it');
            // It may be stored: whoever asked is told to look, as of every answer that was lost on its way.
            response.http.status = 503;
            response.http.headers.set('retry-after', `${trouble.retryAfterSeconds}`);
            const { message, code } = trouble;
            response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code } }] } };
          }
        },
      };
    },
  };
}

/** What is asked for at the root, through fragments too: none is inside itself, for the query is valid. */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): readonly Operation[] {
  const fields = known.get(operation) ?? fieldsAtRoot(document, operation);
  known.set(operation, fields);
  return fields;
}

/** As long as Apollo keeps the document. */
const known = new WeakMap<OperationDefinitionNode, readonly Operation[]>();

function fieldsAtRoot({ definitions }: DocumentNode, operation: OperationDefinitionNode): Operation[] {
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet]] : [],
    ),
  );
  const namesIn = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [`Query.${selection.name.value}`];
      const below =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value);
      return below ? namesIn(below) : [];
    });
  return namesIn(operation.selectionSet).filter(isOperation);
}
