#!/usr/bin/env bash
# type-graphql 2.0.0-rc.4 with graphql 16.15.0. A @Directive on an input type is put on its syntax node only; the
# property that graphql-js checks is left false, and printSchema does not print it. @oneOf, which asks for exactly
# one field, therefore does nothing, without an error: two fields at once are accepted.
# Seen: {"isOneOf":false,"printed":false,"answer":"both"}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
  type-graphql@2.0.0-rc.4 graphql@16.15.0 graphql-scalars@1.26.0 reflect-metadata@0.2.2 class-validator@0.14.2 typescript@5.9.3
cat >try.ts <<'TS'
import 'reflect-metadata';
import { graphql, printSchema, type GraphQLInputObjectType } from 'graphql';
import { Arg, buildSchema, Directive, Field, InputType, Query, Resolver } from 'type-graphql';

@Directive('@oneOf')
@InputType()
class Place {
  @Field(() => String, { nullable: true }) a?: string;
  @Field(() => String, { nullable: true }) b?: string;
}

@Resolver()
class Answers {
  @Query(() => String)
  at(@Arg('place', () => Place) place: Place): string {
    return place.a !== undefined && place.b !== undefined ? 'both' : 'one';
  }
}

const schema = await buildSchema({ resolvers: [Answers], validate: false });
const isOneOf = (schema.getType('Place') as GraphQLInputObjectType).isOneOf;
const { data, errors } = await graphql({ schema, source: '{ at(place: { a: "1", b: "2" }) }' });
const answer = data?.at ?? errors?.[0]?.message;
const printed = printSchema(schema).includes('@oneOf');
console.log(JSON.stringify({ isOneOf, printed, answer }));
if (isOneOf || printed || answer !== 'both') process.exit(1);
TS
node -e "const f='package.json',p=JSON.parse(require('fs').readFileSync(f));p.type='module';require('fs').writeFileSync(f,JSON.stringify(p))"
npx tsc try.ts --target es2022 --module nodenext --moduleResolution nodenext --experimentalDecorators --skipLibCheck
node try.js
