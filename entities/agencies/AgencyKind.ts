/** What kind of agency it is: the deadline and some rules depend on it. */
export enum AgencyKind {
  /** 人民政府 */
  GOVERNMENT = 'GOVERNMENT',
  /** 政府部门 */
  DEPARTMENT = 'DEPARTMENT',
  /** 乡镇人民政府、街道办事处 */
  TOWNSHIP = 'TOWNSHIP',
  /** 法律、法规授权的具有管理公共事务职能的组织 */
  ORGANISATION = 'ORGANISATION',
}
