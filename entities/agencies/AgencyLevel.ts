/** The level of administration. */
export enum AgencyLevel {
  NATION = 'NATION',
  PROVINCE = 'PROVINCE',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
}
