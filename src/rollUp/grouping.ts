/** By what the agencies of an overview are put together. */
export type Grouping = 'LEVEL' | 'KIND' | 'DIVISION';

/** 行政区划代码, GB/T 2260: two digits name the province, four the city, six the county. */
export const divisionDigits: readonly number[] = [2, 4, 6];
