/** What a code means and what to do, for the English page of codes. Answers themselves are in Chinese. */
export const codesInEnglish: Readonly<Record<string, readonly [meaning: string, advice: string]>> = {
  TOO_LARGE: [
    'The file, what it unpacks to, its cells or its sheets are past a limit',
    'Keep only the tables of the report, save as a new file, upload again',
  ],
  UNREADABLE: [
    'The file cannot be opened or is damaged',
    'Open it in WPS or Excel, save as .xlsx, upload again',
  ],
  TIMED_OUT: [
    'Reading took too long and was stopped',
    'Copy the tables to a new workbook, save as .xlsx, upload again',
  ],
  ENCRYPTED: ['The file has a password for opening', 'Remove the password, upload again'],
  DOCTYPE_FORBIDDEN: [
    'The file declares a DOCTYPE or ENTITY inside and was not read',
    'Copy the tables to a new workbook, save as .xlsx, upload again',
  ],
  UNSUPPORTED_FORMAT: [
    'This kind of file is not read',
    'Save the report as .docx, .xlsx or PDF, upload again',
  ],
  ENCODING_UNKNOWN: ['The text is neither UTF-8, UTF-16 nor GB18030', 'Save as .xlsx, or as UTF-8'],
  NO_FORM_FOUND: [
    'No table of the annual report was found',
    'Download the blank workbook, fill it in, upload it',
  ],
  FORM_UNKNOWN: [
    'The form is not known, or two forms are mixed',
    'Download the blank workbook of the report year and fill it in',
  ],
  TABLE_MISSING: ['One of the statutory tables is missing', 'Add the table, upload again'],
  ROW_MISSING: ['A row is missing', 'Add the row as the form has it'],
  ROW_UNKNOWN: [
    'The form has no such row; it was not read',
    'Make sure that it belongs to no other row of the form',
  ],
  ROW_TWICE: ['The same row stands there twice', 'Delete one of the two'],
  ROW_NOT_SPLIT: [
    'A group that the form has in several rows stands in the file as one row',
    'Fill in the rows of the form',
  ],
  NOTE_ROW: ['A row of signatures or notes below a table of many reports was not read', 'Nothing to do'],
  TABLE_ELSEWHERE: [
    'The file has rows of a table with numbers in a second place, which was not read',
    'See that the place that was read is the right one; numbers from elsewhere never fill the report',
  ],
  BLANK_BESIDE_COUNT: [
    'The table has a column that counts its rows; by the head this cell is blank',
    'See whether the cell was left blank on purpose',
  ],
  COLUMN_UNKNOWN: [
    'The columns are not those of the form, or in another order',
    'Put the columns in the order of the form',
  ],
  COLUMN_TWICE: ['A table of reports names the same column twice', 'Keep the right one'],
  COLUMN_NOT_READ: [
    'A table of reports has a column that is not known; it was not read',
    'If it holds numbers of the report, name it after the cell',
  ],
  LABEL_REPAIRED: ['A label differs slightly from the form and was recognised', 'Nothing'],
  LABEL_LOST: ['A label is missing; the row was recognised by its place', 'Check the numbers of this row'],
  VALUE_LOST: ['A row has too few numbers; the last are lost and read as blank', 'Fill in the lost numbers'],
  AMBIGUOUS_ROW: [
    'The numbers of a row do not fit the columns',
    'Use a spreadsheet with one number in each cell',
  ],
  VALUE_UNREAD: [
    'A cell of the marked-up workbook that says 未读出 is still not filled in',
    'Fill in the number of the original, or 0',
  ],
  ASSUMED_CONTRADICTION: [
    'Rows that could not be read contradict each other even as they most likely stand',
    'Check these rows against the original; nothing was read from the assumption',
  ],
  NOT_A_NUMBER: ['Not a number', 'Write a number, or 0'],
  NOT_WHOLE: ['A count is not a whole number', 'Write a whole number'],
  TOO_PRECISE: [
    'An amount has more than six decimals (less than 0.01 yuan)',
    'Write 万元 with four decimals',
  ],
  OUT_OF_RANGE: ['The number is impossibly large', 'Check and correct it'],
  FORMULA_NOT_CALCULATED: [
    'A formula has no result',
    'Open the file in WPS or Excel, save it once, upload again',
  ],
  CELL_ERROR: ['The cell holds an error value', 'Write a number'],
  UNIT_CONVERTED: ['The unit was converted', 'Check the result'],
  NUMBER_CLEANED: ['The way the number is written was cleaned up', 'Nothing'],
  SCALED_DISPLAY: [
    'The number shown is the one stored times a power of ten; read as it is shown',
    'Check the result; better write 万元 directly',
  ],
  DISPLAY_UNCLEAR: [
    'The number shown and the one stored disagree',
    'Set the format of the cell to 常规 and write the number again',
  ],
  NOTE_IN_CELL: [
    'A note, superscript, struck-out or hidden text beside the number was not read',
    'Check the number that was read',
  ],
  HIDDEN_CONTENT: [
    'There are hidden rows, columns, sheets or texts',
    'Make sure that what is hidden is right',
  ],
  TRACKED_CHANGES: [
    'The document has tracked changes; it was read as if all were accepted',
    'Accept or reject them, check, upload again',
  ],
  TEXT_UNREADABLE: [
    'The text of the PDF carries no encoding',
    'Upload the original document, or export the PDF anew',
  ],
  NO_TEXT_LAYER: [
    'The PDF is a scan: pictures without text',
    'Upload the original document, the spreadsheet or an exported PDF',
  ],
  TOTAL_ROW: ['The row of totals of a table of reports was not read', 'Nothing'],
  MACROS_IGNORED: ['The file has macros; they were not run', 'Nothing'],
  YEAR_UNKNOWN: ['The report year is not known', 'Give the year with the upload, or write it in the title'],
  NAME_FROM_FILE: [
    'The title names no year or no agency; it was taken from the name of the file',
    'See that year and agency are right; write them in the title',
  ],
  TWO_YEARS: [
    'The file also has the report of another year, which was not read',
    'See which year was read; upload the other year by itself',
  ],
  YEAR_UNLIKELY: [
    'The year of the report is not over, or in the future',
    'See that the year is right; a report is about the year before',
  ],
  YEAR_MISMATCH: ['The file names another year than the one given', 'Check, upload again'],
  AGENCY_UNKNOWN: [
    'No such agency is registered, or the title names none',
    'Give the code or name of the agency with the upload, or register it',
  ],
  AGENCY_AMBIGUOUS: ['Several agencies have this name', 'Give the code of the agency'],
  AGENCY_MISMATCH: ['The title names another agency than the one given', 'Check, upload again'],
  AGENCY_EXISTS: ['The code of the agency is taken', 'Use another code, or the registered agency'],
  DUPLICATE_REPORT: ['One agency and year comes twice in one upload', 'Keep the right one'],
  OTHERS_REFUSED: [
    'Another file of the upload was refused and all were to be refused together',
    'Correct the refused file and upload all again, or refuse only reports with problems',
  ],
  IMPORT_CANCELLED: ['The import was cancelled', 'What was stored stays; upload the rest again'],
  IMPORT_NOT_RUNNING: ['This import is not running and cannot be cancelled', 'Look at its result'],
  TOKEN_EXISTS: ['The name of the token is taken', 'Choose another name'],
  TOKEN_UNKNOWN: ['There is no such token, or it is revoked', 'See nianbao token list'],
  OVERWRITES_CORRECTION: [
    'The new file would undo corrected numbers',
    'Check, then overwrite the corrections or use the corrected numbers in the file',
  ],
  VERSION_CONFLICT: ['Somebody else has changed the report', 'Look at its numbers now, then correct'],
  REPORT_NOT_FOUND: ['There is no such report', 'Check agency and year'],
  VERSION_NOT_FOUND: ['The report has no such version', 'See the list of versions'],
  CELL_UNKNOWN: ['The form has no such cell', 'See the cells of the form'],
  CELL_TWICE: ['The same cell is given twice', 'Give one number for each cell'],
  REPAIR_UNKNOWN: ['The report has no such repair', 'Query the repairs again and choose one'],
  REASON_REQUIRED: ['A reason is missing', 'Give a reason of at most 500 characters'],
  NOTHING_CHANGED: ['Nothing would change', 'Check and send again'],
  LOCKED: [
    'The report is locked; nothing was stored',
    'Withdraw it, have it returned, or reopen it when it is published',
  ],
  STATUS_CONFLICT: [
    'The report cannot take this step in its present status',
    'Query its status and follow its next steps',
  ],
  PUBLICATION_UNKNOWN: [
    'There is no such publication',
    'Look at the publications of the report; without the parameter the current version is given',
  ],
  FONT_LACKS: [
    'The font of the PDF lacks some characters of the report, so no PDF was made',
    'Use .docx or .html, or write it differently',
  ],
  SECTION_MISSING: [
    'Section 一 (overview) or 五 (main problems and improvements) has no text, so the report cannot be published',
    'Write the section in the page or with sectionCorrect, then publish',
  ],
  SUBMISSION_BLOCKED: [
    'The report cannot be submitted or published yet',
    'Correct, fill in or explain each; apply for a waiver where that is impossible',
  ],
  REMARK_REQUIRED: [
    'A report is returned without a remark, or a remark names a cell that does not exist',
    'Write a remark of at most 500 characters with cells as the report names them',
  ],
  PROPOSAL_UNKNOWN: ['There is no such proposal, or it is decided', 'Query the proposals again'],
  WAIVER_UNKNOWN: ['There is no such waiver, or it is decided', 'Query the waivers again'],
  WAIVER_EXPIRY: [
    'The end of the waiver is missing, past, or more than a year ahead',
    'Give a time within the coming year',
  ],
  INVALID_USCC: ['The unified social credit code is not valid', 'Compare it with the certificate'],
  AGENCY_CYCLE: ['Agencies would stand above each other in a circle', 'Check the code of the parent'],
  NOT_CONSOLIDATING: [
    'The agency does not consolidate others',
    'Choose the consolidating one, or change its registration',
  ],
  NOTHING_TO_CONSOLIDATE: ['No agency below has a report yet', 'Remind them, then consolidate'],
  FINDING_UNKNOWN: ['The report has no such finding now', 'Query its findings again'],
  EXPLANATION_TOO_SHORT: [
    'The explanation is too short and was not kept',
    'Say why the number is what it is',
  ],
  EXPLANATION_TOO_LONG: ['The explanation is too long and was not kept', 'Be brief'],
  EXPLANATION_STOCK_PHRASE: [
    'The explanation is a stock phrase and was not kept',
    'Say why the number is what it is',
  ],
  EXPLANATION_REPEATED: [
    'The same explanation is used too often and was not kept',
    'Give each finding its own reason',
  ],
  EXPLANATION_NOT_ASKED: [
    'This finding cannot be settled by an explanation',
    'Correct the number, or apply for a waiver',
  ],
  EXPLANATION_UNUSED: [
    'The explanation was not kept: its finding is gone',
    'Nothing; if the finding is still there, explain the present numbers',
  ],
  NO_LEDGER_FOUND: [
    'No ledger of requests was found in the file',
    'Check the file, or keep the blank ledger',
  ],
  COLUMN_MISSING: [
    'A column that counting needs was not found',
    'Say once which column it is; it is remembered for the office',
  ],
  COLUMN_AMBIGUOUS: ['Several columns may be the same thing', 'Say which one to use'],
  DAY_CHOSEN: ['Which of several days was used', 'Say otherwise if it is wrong'],
  WORD_UNKNOWN: [
    'A word that is not known, or that people read differently',
    'Say once what it means; it is remembered for the office',
  ],
  WORD_ASSUMED: ['A word was read as usual; please confirm once', 'Check it; say otherwise if it is wrong'],
  DAY_IMPOSSIBLE: ['A day that no calendar has, or no day at all', 'Correct the day'],
  DAY_UNCLEAR: ['A day that can be read in more than one way', 'Write year, month and day in full'],
  CASE_NUMBER_IS_A_DATE: [
    'A case number that the spreadsheet turned into a date',
    'Format the column as text and type it again',
  ],
  CASE_NUMBER_MISSING: [
    'A line without a case number',
    'Fill it in; without it cases cannot be followed across years',
  ],
  CASE_TWICE: ['Two lines have one number', 'Remove one, or number them apart'],
  RECEIPT_MISSING: ['No day of receipt', 'Fill it in'],
  APPLICANT_MISSING: ['No applicant type', 'Fill it in'],
  OUTCOME_MISSING: ['An answer without an outcome', 'Fill it in'],
  OUTCOME_WITHOUT_DAY: ['An outcome without the day of the answer', 'Fill in the day'],
  OUTCOME_NOT_IN_FORM: ['The form has no such outcome', 'Use a row of the form'],
  ANSWER_BEFORE_RECEIPT: ['The answer is earlier than the receipt', 'Check both days'],
  FEE_MISSING: ['Closed for want of a fee that was never asked', 'Check the case'],
  ROUTE_MISSING: ['A lawsuit of which nobody says whether it followed a reconsideration', 'Fill it in'],
  ANSWER_LATE: ['The answer came after the day it was due', 'Check the days of the case'],
  EXTENSION_LATE: ['Extended after the term had ended', 'Check the day of the extension'],
  CASES_OF_OTHER_YEARS: ['Lines of the ledger that belong to other years', 'Nothing needs to be done'],
  TERM_NOT_JUDGED: [
    'Terms that were not judged',
    'Nothing needs to be done; an administrator may add a year',
  ],
  COLUMNS_DROPPED: ['Columns that were not kept', 'Nothing needs to be done'],
  SHEET_NOT_READ: ['Sheets that are no ledger were not read', 'Check that none was missed'],
  WORDS_INVALID: ['The file of confirmed words is not right', 'Correct it as the guide says'],
  IDEMPOTENCY_MISMATCH: ['One Idempotency-Key was used for two different things', 'Use another key'],
  INVALID_JSON: [
    'What was sent is no JSON, or no UTF-8',
    'Write one report a line in UTF-8, and send it again',
  ],
  INVALID_REQUEST: ['The request is not valid', 'Correct it as the message says'],
  FORBIDDEN: [
    'The role or scope does not allow this',
    'Use a token of the right role, or ask the administrator',
  ],
  UNAUTHENTICATED: [
    'Nobody is signed in, or there is no token, or it is not valid, expired or revoked',
    'Sign in again; connected systems ask the administrator for a token (nianbao token create)',
  ],
  SIGN_IN_REFUSED: [
    'The name or the password is wrong, or the account is closed',
    'Check and try again; whoever forgot a password has it reset by the supervising office',
  ],
  SIGN_IN_LOCKED: [
    'Signing in failed too often and is locked for a while',
    'Wait the seconds that Retry-After names; or have the password reset',
  ],
  PASSWORD_CHANGE_REQUIRED: [
    'A first or reset password must be changed before anything else',
    'Set a password of your own (PUT /session/password)',
  ],
  PASSWORD_WRONG: ['The old password is wrong', 'Check and try again'],
  PASSWORD_WEAK: [
    'The new password breaks a rule',
    'At least 8 characters of three kinds (capitals, small letters, digits, others), without the name',
  ],
  CROSS_SITE: [
    'The request did not come from a page of this service',
    'Work from the pages of the service; a reverse proxy must pass the Host on',
  ],
  PERSON_EXISTS: ['The name of the account is taken', 'Choose another name'],
  PERSON_UNKNOWN: ['There is no such account', 'See the list of accounts'],
  OFFICE_UNKNOWN: ['The person has no such office', 'Choose one of the offices of viewer'],
  IDENTITY_REFUSED: [
    'Signing in through the provider did not succeed, or the identity is not bound to an account',
    'Try again; hand the identity shown to the administrator to be bound',
  ],
  NOT_FOUND: ['There is no such address or content', 'Check the address'],
  QUERY_TOO_LARGE: ['The query is too large', 'Ask in several queries'],
  TOO_MANY_RUNNING: [
    'Too many collections are being imported; this one was not begun',
    'Wait for one to end; Retry-After says how many seconds',
  ],
  TOO_MANY_REQUESTS: ['Too many requests or uploads at once', 'Try again later'],
  INTERNAL: [
    'The service failed and has logged it',
    'Try again later; give the administrator the id of the request',
  ],
};
