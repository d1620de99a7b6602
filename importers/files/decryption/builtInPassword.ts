/** With this password programs encrypt a workbook that is only protected from changes; it opens for everybody. */
export const builtInPassword = Buffer.from('VelvetSweatshop', 'utf16le');
