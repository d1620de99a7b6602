import 'reflect-metadata';
import { isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema as buildTypeGraphqlSchema } from 'type-graphql';
import { AgencyResolver } from './AgencyResolver.js';
import { AuditResolver } from './AuditResolver.js';
import { ComparisonResolver } from './ComparisonResolver.js';
import { CorrectionResolver } from './CorrectionResolver.js';
import { ExplanationResolver } from './ExplanationResolver.js';
import { FindingResolver } from './FindingResolver.js';
import { FormResolver } from './FormResolver.js';
import { ImportResolver } from './ImportResolver.js';
import { RecheckResolver } from './RecheckResolver.js';
import { ReportFieldResolver } from './ReportFieldResolver.js';
import { ReportImportResolver } from './ReportImportResolver.js';
import { ReportResolver } from './ReportResolver.js';
import { SectionResolver } from './SectionResolver.js';
import { ConsolidationResolver } from './rollUp/ConsolidationResolver.js';
import { TokenResolver } from './rights/TokenResolver.js';
import { OverviewResolver } from './rollUp/OverviewResolver.js';
import { RollUpResolver } from './rollUp/RollUpResolver.js';
import { guardSchema } from './guardSchema.js';
import { SeasonResolver } from './season/SeasonResolver.js';
import { DateTime } from './scalars/DateTime.js';
import { PublicationResolver } from './workflow/PublicationResolver.js';
import { ProposalResolver } from './workflow/ProposalResolver.js';
import { RemarkResolver } from './workflow/RemarkResolver.js';
import { ReportWorkflowResolver } from './workflow/ReportWorkflowResolver.js';
import { StepResolver } from './workflow/StepResolver.js';
import { WaiverResolver } from './workflow/WaiverResolver.js';
import { VersionResolver } from './VersionResolver.js';

/** Everything that can be asked over GraphQL. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const schema = await buildTypeGraphqlSchema({
    resolvers: [
      FormResolver,
      AgencyResolver,
      ReportResolver,
      ReportFieldResolver,
      VersionResolver,
      ImportResolver,
      FindingResolver,
      AuditResolver,
      CorrectionResolver,
      ComparisonResolver,
      ReportImportResolver,
      ExplanationResolver,
      SectionResolver,
      RecheckResolver,
      PublicationResolver,
      ProposalResolver,
      RemarkResolver,
      ReportWorkflowResolver,
      StepResolver,
      WaiverResolver,
      RollUpResolver,
      OverviewResolver,
      TokenResolver,
      SeasonResolver,
      ConsolidationResolver,
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
