import 'reflect-metadata';
import { isIntrospectionType, isObjectType, type GraphQLSchema, printSchema as print } from 'graphql';
import { buildSchema as buildTypeGraphqlSchema } from 'type-graphql';
import { TokenResolver } from '../access/TokenResolver.js';
import { AgencyResolver } from '../agencies/AgencyResolver.js';
import { AuditResolver } from '../audit/AuditResolver.js';
import { ComparisonResolver } from '../comparing/ComparisonResolver.js';
import { CorrectionResolver } from '../correcting/CorrectionResolver.js';
import { DateTime } from '../edge/scalars.js';
import { ExplanationResolver, FindingExplanationResolver } from '../explaining/ExplanationResolver.js';
import { FormResolver } from '../forms/FormResolver.js';
import { DeliveryResolver } from '../deliveries/DeliveryResolver.js';
import { WebhookResolver } from '../deliveries/WebhookResolver.js';
import { ChangeResolver } from '../feed/ChangeResolver.js';
import { NodeResolver, FederationResolver } from '../nodes/NodeResolver.js';
import { ImportResolver } from '../importing/ImportResolver.js';
import { FoundResolver, JudgingResolver } from '../judging/JudgingResolver.js';
import { AuditEntryResolver } from '../audit/AuditEntryResolver.js';
import { ReportResolver } from '../reports/ReportResolver.js';
import { ContentResolver } from '../reports/ContentResolver.js';
import { OverviewResolver } from '../rollUp/OverviewResolver.js';
import { RollUpResolver, ConsolidationResolver } from '../rollUp/RollUpResolver.js';
import { SeasonResolver } from '../season/SeasonResolver.js';
import { ProposalResolver } from '../workflow/ProposalResolver.js';
import { PublicationResolver } from '../workflow/PublicationResolver.js';
import { ReportWorkflowResolver } from '../workflow/ReportWorkflowResolver.js';
import { StepResolver, RemarkResolver } from '../workflow/StepResolver.js';
import { WaiverResolver, FindingWaiverResolver } from '../workflow/WaiverResolver.js';
import { PeopleResolver } from '../people/PeopleResolver.js';
import { ViewerResolver } from '../people/ViewerResolver.js';
import { LedgerResolver } from '../ledger/LedgerResolver.js';
import { LedgerStatisticsResolver } from '../ledger/LedgerStatisticsResolver.js';
import { ReportLedgerResolver } from '../ledger/ReportLedgerResolver.js';
import { guardSchema } from './guardSchema.js';

/** Everything that can be asked over GraphQL. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const schema = await buildTypeGraphqlSchema({
    resolvers: [
      FormResolver,
      AgencyResolver,
      ReportResolver,
      ContentResolver,
      FoundResolver,
      ImportResolver,
      JudgingResolver,
      FindingExplanationResolver,
      AuditResolver,
      AuditEntryResolver,
      CorrectionResolver,
      ComparisonResolver,
      ExplanationResolver,
      PublicationResolver,
      ProposalResolver,
      RemarkResolver,
      ReportWorkflowResolver,
      StepResolver,
      FindingWaiverResolver,
      WaiverResolver,
      RollUpResolver,
      OverviewResolver,
      TokenResolver,
      ViewerResolver,
      PeopleResolver,
      SeasonResolver,
      ConsolidationResolver,
      NodeResolver,
      FederationResolver,
      ChangeResolver,
      WebhookResolver,
      DeliveryResolver,
      LedgerResolver,
      ReportLedgerResolver,
      LedgerStatisticsResolver,
    ],
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // The functions in src/filing judge what they are given and say so in Chinese.
    validate: false,
  });
  // Parameter decorators run from the last to the first; people read arguments from the first to the last.
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) field.args = [...field.args].reverse();
  guardSchema(schema);
  return schema;
}

/** The schema as committed in schema.graphql and served at /schema.graphql. */
export function printSchema(schema: GraphQLSchema): string {
  return `${print(schema)}\n`;
}
