import {
  getArgumentValues,
  GraphQLError,
  locatedError,
  responsePathAsArray,
  type GraphQLResolveInfo,
} from 'graphql';
import type { PlannedField, PlannedQuery } from './PlannedField.js';
import type { Shape } from './shapeOf.js';

/** Where in an answer something is. */
type Path = GraphQLResolveInfo['path'];

type Answer = Record<string, unknown>;

/** One answer to a planned query: what graphql-js does, without finding out again what is the same each time. */
export class Execution {
  readonly errors: GraphQLError[] = [];
  readonly #nulled = new Set<Path>();

  constructor(
    private readonly query: PlannedQuery,
    private readonly context: unknown,
    private readonly variables: Record<string, unknown>,
  ) {}

  /** The fields of an object; pending as long as one of them is. */
  object(
    fields: readonly PlannedField[],
    source: unknown,
    within: Path | undefined,
  ): Answer | Promise<Answer> {
    const answer: Answer = {};
    let isPending = false;
    try {
      for (const field of fields) {
        const value = this.#field(field, source, within);
        answer[field.key] = value;
        isPending ||= value instanceof Promise;
      }
    } catch (error) {
      if (!isPending) throw error;
      // The others go on, and nobody else would hear of what happens to them.
      return known(answer).finally(() => Promise.reject(error));
    }
    return isPending ? known(answer) : answer;
  }

  #field(field: PlannedField, source: unknown, within: Path | undefined): unknown {
    const { shape } = field;
    if (shape === null) return field.parent.name;
    let at: Path | undefined;
    try {
      if (shape.kind === 'leaf' && field.resolve === null) {
        const value: unknown = (source as Answer)[field.name];
        // Most of most answers: a value that is there.
        if (isPlain(value)) return this.#shown(field, shape, within, value);
      }
      at = placeOf(field, within);
      return this.#guarded(field, shape, at, this.#resolved(field, source, at));
    } catch (error) {
      return this.#failed(error, field, shape, at ?? placeOf(field, within));
    }
  }

  #resolved(field: PlannedField, source: unknown, at: Path): unknown {
    const { definition, resolve, nodes } = field;
    if (resolve === null || definition === null) {
      const value: unknown = (source as Answer)[field.name];
      return typeof value === 'function'
        ? value.call(source, {}, this.context, this.#infoOf(field, at))
        : value;
    }
    const given = definition.args.length === 0 ? {} : getArgumentValues(definition, nodes[0], this.variables);
    return resolve(source, given, this.context, this.#infoOf(field, at));
  }

  /** What goes wrong is an error with its place and null there; where there is no null, what is around it goes wrong. */
  #guarded(field: PlannedField, shape: Shape, at: Path, value: unknown): unknown {
    try {
      const shown = isPending(value)
        ? this.#awaited(field, shape, at, value)
        : this.#shown(field, shape, at, value);
      return shown instanceof Promise ? this.#settled(field, shape, at, shown) : shown;
    } catch (error) {
      return this.#failed(error, field, shape, at);
    }
  }

  #awaited(field: PlannedField, shape: Shape, at: Path, value: PromiseLike<unknown>): Promise<unknown> {
    return Promise.resolve(value).then((known) => this.#shown(field, shape, at, known));
  }

  #settled(field: PlannedField, shape: Shape, at: Path, shown: Promise<unknown>): Promise<unknown> {
    return shown.catch((error: unknown) => this.#failed(error, field, shape, at));
  }

  #failed(error: unknown, field: PlannedField, { isNullable }: Shape, at: Path): null {
    const located = locatedError(error, field.nodes, responsePathAsArray(at));
    if (!isNullable) throw located;
    for (let around: Path | undefined = at; around; around = around.prev)
      if (this.#nulled.has(around)) return null;
    this.#nulled.add(at);
    this.errors.push(located);
    return null;
  }

  /** What the answer shows of a value that was resolved. */
  #shown(field: PlannedField, shape: Shape, at: Path | undefined, value: unknown): unknown {
    if (value == null) {
      if (shape.isNullable) return null;
      throw new Error(`Cannot return null for non-nullable field ${field.parent.name}.${field.name}.`);
    }
    if (value instanceof Error) throw value;
    switch (shape.kind) {
      case 'leaf': {
        const shown: unknown = shape.type.serialize(value);
        if (shown == null) throw new Error(`${shape.type.name} has no way to show a value`);
        return shown;
      }
      case 'list':
        return this.#list(field, shape.of, at, value);
      case 'object':
        return this.object(field.below(shape.type), value, at);
    }
  }

  #list(field: PlannedField, of: Shape, at: Path | undefined, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parent.name}.${field.name}".`,
      );
    const shown = Array.from(value as Iterable<unknown>, (item, key) =>
      this.#guarded(field, of, { prev: at, key, typename: undefined }, item),
    );
    return shown.some((item) => item instanceof Promise) ? Promise.all(shown) : shown;
  }

  #infoOf({ parent, name, nodes, definition }: PlannedField, path: Path): GraphQLResolveInfo {
    if (definition === null) throw new Error('the name of a type is not resolved');
    const { schema, fragments, operation } = this.query;
    return {
      fieldName: name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables,
    };
  }
}

async function known(answer: Answer): Promise<Answer> {
  const values = await Promise.all(Object.values(answer));
  Object.keys(answer).forEach((key, index) => {
    answer[key] = values[index];
  });
  return answer;
}

function placeOf({ key, parent }: PlannedField, prev: Path | undefined): Path {
  return { prev, key, typename: parent.name };
}

function isPlain(value: unknown): boolean {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}

function isPending(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
