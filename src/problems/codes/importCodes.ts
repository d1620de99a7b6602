import type { CodeTexts } from './codeTexts.js';

/** What an import says: whose report of which year a file holds, and why it is not stored. */
export const importCodes = {
  YEAR_UNKNOWN: {
    severity: 'warning',
    meaning: '不知道报告年度',
    cause: '标题中没有年度',
    advice: '上传时填写年度，或在标题中写明年度',
    english: {
      meaning: 'The report year is not known',
      advice: 'Give the year with the upload, or write it in the title',
    },
  },
  NAME_FROM_FILE: {
    severity: 'info',
    meaning: '标题里没有年度或机关名称，取自文件名',
    cause: '表格没有标题',
    advice: '核对年度和机关；在标题中写明',
    english: {
      meaning: 'The title names no year or no agency; it was taken from the name of the file',
      advice: 'See that year and agency are right; write them in the title',
    },
  },
  SAME_REPORT: {
    severity: 'info',
    meaning: '与同一次上传中的另一个文件是同一份报告',
    cause: '同一份报告的两种格式一起上传，例如 Word 文档和由它导出的 PDF',
    advice: '不必处理；只存入一份',
    english: {
      meaning: 'The same report as another file of this upload',
      advice: 'Nothing to do; it is stored once',
    },
  },
  TWO_YEARS: {
    severity: 'warning',
    meaning: '文件里有别的年度的报告，没有读取',
    cause: '工作簿里留有上年的副本',
    advice: '核对读取的是哪一年；别的年度单独上传',
    english: {
      meaning: 'The file also has the report of another year, which was not read',
      advice: 'See which year was read; upload the other year by itself',
    },
  },
  YEAR_UNLIKELY: {
    severity: 'warning',
    meaning: '报告年度还没有结束，或在将来',
    cause: '年度写错，或用日期代替了报告年度',
    advice: '核对年度；报告写的是上一年的工作',
    english: {
      meaning: 'The year of the report is not over, or in the future',
      advice: 'See that the year is right; a report is about the year before',
    },
  },
  YEAR_MISMATCH: {
    severity: 'error',
    meaning: '文件写明的年度与所填年度不同',
    cause: '选错年度或传错文件',
    advice: '核对后重新上传',
    english: { meaning: 'The file names another year than the one given', advice: 'Check, upload again' },
  },
  AGENCY_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有登记这个机关，或标题中没有机关名称',
    cause: '名称与登记的名称、别名不一致',
    advice: '上传时填写机关代码或名称，或先登记机关',
    english: {
      meaning: 'No such agency is registered, or the title names none',
      advice: 'Give the code or name of the agency with the upload, or register it',
    },
  },
  AGENCY_AMBIGUOUS: {
    severity: 'error',
    meaning: '有几个机关叫这个名称',
    cause: '简称或别名重复',
    advice: '上传时填写机关代码',
    english: { meaning: 'Several agencies have this name', advice: 'Give the code of the agency' },
  },
  AGENCY_MISMATCH: {
    severity: 'error',
    meaning: '文件标题中的机关与所填机关不同',
    cause: '选错机关或传错文件',
    advice: '核对后重新上传',
    english: { meaning: 'The title names another agency than the one given', advice: 'Check, upload again' },
  },
  AGENCY_NAME_DIFFERS: {
    severity: 'warning',
    meaning: '文件标题中的机关名称与所填机关的名称、别名都不同',
    cause: '传错文件或选错机关；也可能是机关改名、用了简称',
    advice: '核对文件；是同一个机关的，把标题里的名称登记为别名',
    english: {
      meaning: 'The title names an agency by another name than those of the one given',
      advice: 'Check the file; if it is the same agency, register the name as an alias',
    },
  },
  DUPLICATE_REPORT: {
    severity: 'error',
    meaning: '同一机关同一年度在一次上传中出现两次',
    cause: '同一报告的几个版本一起上传',
    advice: '只保留正确的一份',
    english: { meaning: 'One agency and year comes twice in one upload', advice: 'Keep the right one' },
  },
  OTHERS_REFUSED: {
    severity: 'error',
    meaning: '同一次上传中有文件被拒绝，按“全部拒绝”处理，这一份没有保存',
    cause: '选择了“有一份被拒绝就全部拒绝”',
    advice: '改正被拒绝的文件后一起重新上传，或改用“只拒绝有问题的报告”',
    english: {
      meaning: 'Another file of the upload was refused and all were to be refused together',
      advice: 'Correct the refused file and upload all again, or refuse only reports with problems',
    },
  },
  IMPORT_CANCELLED: {
    severity: 'error',
    meaning: '导入中途取消',
    cause: '有人取消了导入，或上传方断开',
    advice: '取消前存入的报告仍然有效；其余的重新上传即可，已存的不会重复',
    english: { meaning: 'The import was cancelled', advice: 'What was stored stays; upload the rest again' },
  },
  IMPORT_NOT_RUNNING: {
    severity: 'error',
    meaning: '这次导入不在进行中，不能取消',
    cause: '已经完成、取消或失败',
    advice: '查看导入的结果',
    english: { meaning: 'This import is not running and cannot be cancelled', advice: 'Look at its result' },
  },
  OVERWRITES_CORRECTION: {
    severity: 'error',
    meaning: '新文件会覆盖已更正的数字',
    cause: '更正之后又上传了旧数字',
    advice: '核对后选择“覆盖更正”，或在文件中改用更正后的数字',
    english: {
      meaning: 'The new file would undo corrected numbers',
      advice: 'Check, then overwrite the corrections or use the corrected numbers in the file',
    },
  },
  IDEMPOTENCY_MISMATCH: {
    severity: 'error',
    status: 409,
    meaning: '同一个 Idempotency-Key 用于不同的内容',
    cause: '重复使用了标识',
    advice: '换一个标识',
    english: { meaning: 'One Idempotency-Key was used for two different things', advice: 'Use another key' },
  },
  INVALID_JSON: {
    severity: 'error',
    meaning: '不是正确的 JSON，或不是 UTF-8',
    cause: '报送的一行不能按 JSON 读懂',
    advice: '一行写一份报告，用 UTF-8 编码，改正后重新报送',
    english: {
      meaning: 'What was sent is no JSON, or no UTF-8',
      advice: 'Write one report a line in UTF-8, and send it again',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
