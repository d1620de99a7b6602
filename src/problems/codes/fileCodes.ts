import type { CodeTexts } from './codeTexts.js';

/** What the readers of files say: whether a file can be read, and what in it was not. */
export const fileCodes = {
  TOO_LARGE: {
    severity: 'error',
    status: 413,
    meaning: '文件、解压后的内容、单元格或工作表超过上限',
    cause: '整列套用了格式、夹带图片，或文件不是年报',
    advice: '只保留年报，另存为新文件后重新上传',
    english: {
      meaning: 'The file, what it unpacks to, its cells or its sheets are past a limit',
      advice: 'Keep only the report, save as a new file, upload again',
    },
  },
  UNREADABLE: {
    severity: 'error',
    meaning: '文件打不开或已损坏',
    cause: '传输中断、扩展名被改过、不是表格文件',
    advice: '用 WPS 打开确认，另存一份后重新上传',
    english: {
      meaning: 'The file cannot be opened or is damaged',
      advice: 'Open it in WPS, save a copy, upload again',
    },
  },
  TIMED_OUT: {
    severity: 'error',
    meaning: '文件读取超时，已停止',
    cause: '文件异常复杂或已损坏',
    advice: '把年报复制到新的文件，保存后重新上传',
    english: {
      meaning: 'Reading took too long and was stopped',
      advice: 'Copy the report to a new file, save it, upload again',
    },
  },
  ENCRYPTED: {
    severity: 'error',
    meaning: '文件设有打开密码',
    cause: '工作簿加密',
    advice: '取消打开密码后重新上传',
    english: { meaning: 'The file has a password for opening', advice: 'Remove the password, upload again' },
  },
  DOCTYPE_FORBIDDEN: {
    severity: 'error',
    meaning: '文件内部带有 DOCTYPE 或 ENTITY 声明，已拒绝读取',
    cause: '文件由程序改造过，可能带有恶意内容',
    advice: '把年报复制到新的文件，保存后重新上传',
    english: {
      meaning: 'The file declares a DOCTYPE or ENTITY inside and was not read',
      advice: 'Copy the report to a new file, save it, upload again',
    },
  },
  UNSUPPORTED_FORMAT: {
    severity: 'error',
    meaning: '不支持这种文件',
    cause: '上传了图片、演示文稿、OFD 等不能读取的文件',
    advice: '把年报另存为 .docx、.xlsx 或 PDF 后重新上传',
    english: {
      meaning: 'This kind of file is not read',
      advice: 'Save the report as .docx, .xlsx or PDF, upload again',
    },
  },
  ENCODING_UNKNOWN: {
    severity: 'error',
    meaning: '文字编码无法确定',
    cause: '文本文件既不是 UTF-8、UTF-16，也不是 GB18030',
    advice: '用 WPS 或 Excel 另存为 .xlsx，或以 UTF-8 编码另存',
    english: {
      meaning: 'The text is neither UTF-8, UTF-16 nor GB18030',
      advice: 'Save as .xlsx, or as UTF-8',
    },
  },
  TEXT_UNREADABLE: {
    severity: 'error',
    meaning: 'PDF 的文字没有附带编码，读不出是什么字',
    cause: '生成 PDF 的程序没有写入文字编码',
    advice: '上传原来的 Word、WPS 文档，或用 WPS 重新导出 PDF',
    english: {
      meaning: 'The text of the PDF carries no encoding',
      advice: 'Upload the original document, or export the PDF anew',
    },
  },
  NO_TEXT_LAYER: {
    severity: 'error',
    meaning: 'PDF 是扫描件，只有图像，没有文字',
    cause: '把纸质文件扫描成了 PDF',
    advice: '上传原来的 Word、WPS 文档、表格或导出的 PDF',
    english: {
      meaning: 'The PDF is a scan: pictures without text',
      advice: 'Upload the original document, the spreadsheet or an exported PDF',
    },
  },
  MACROS_IGNORED: {
    severity: 'info',
    meaning: '文件带有宏，没有运行',
    cause: '启用宏的工作簿',
    advice: '无需处理',
    english: { meaning: 'The file has macros; they were not run', advice: 'Nothing' },
  },
  HIDDEN_CONTENT: {
    severity: 'info',
    meaning: '有隐藏的行、列、工作表或文字',
    cause: '隐藏内容、白色文字、合并单元格里不显示的文字',
    advice: '请确认隐藏的内容没有问题',
    english: {
      meaning: 'There are hidden rows, columns, sheets or texts',
      advice: 'Make sure that what is hidden is right',
    },
  },
  TRACKED_CHANGES: {
    severity: 'warning',
    meaning: '文档带有修订，按全部接受读取',
    cause: '修订没有接受或拒绝就上传了',
    advice: '接受或拒绝全部修订，核对后重新上传',
    english: {
      meaning: 'The document has tracked changes; it was read as if all were accepted',
      advice: 'Accept or reject them, check, upload again',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
