import type { GraphQLResolveInfo } from 'graphql';
import type { Detail } from '../../src/filing/reports/storedReport.js';
import { selectedFields } from '../edge/selectedFields.js';

const needCells = ['tables', 'table', 'cell', 'sections', 'problems', 'findings.cells'];

/**
 * How much of each report must be read for the fields a query selects, so that one query of the database
 * is enough and numbers alone are read cheaply.
 */
export function reportDetail(info: GraphQLResolveInfo, places: readonly string[] = ['']): Detail {
  const fields = selectedFields(info);
  const asked = (name: string) => places.some((place) => fields.has(place + name));
  if (needCells.some(asked)) return 'cells';
  if (!asked('values')) return 'head';
  return asked('findings') ? 'cells' : 'values';
}
