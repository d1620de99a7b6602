import type { CodeTexts } from './codeTexts.js';

/** What the matching of tables with the form says: where rows and columns stand. */
export const tableCodes = {
  NO_FORM_FOUND: {
    severity: 'error',
    meaning: '没有找到年报的统计表',
    cause: '不是政府信息公开工作年度报告，或表格标题、行名改动太大',
    advice: '下载空白表，把数字填入后上传',
    english: {
      meaning: 'No table of the annual report was found',
      advice: 'Download the blank workbook, fill it in, upload it',
    },
  },
  FORM_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '不认识的统一格式',
    cause: '表格来自 2019 年以前的格式或尚未支持的新格式，或新旧格式混用',
    advice: '下载报告年度的空白表，重新填报',
    english: {
      meaning: 'The form is not known, or two forms are mixed',
      advice: 'Download the blank workbook of the report year and fill it in',
    },
  },
  TABLE_MISSING: {
    severity: 'error',
    meaning: '缺少一张统计表',
    cause: '漏了一个工作表，或表名、行名改动太大',
    advice: '补上这张表后重新上传',
    english: { meaning: 'One of the statutory tables is missing', advice: 'Add the table, upload again' },
  },
  ROW_MISSING: {
    severity: 'error',
    meaning: '缺少一行',
    cause: '行被删除，或行名改动太大',
    advice: '按统一格式补上这一行',
    english: { meaning: 'A row is missing', advice: 'Add the row as the form has it' },
  },
  ROW_UNKNOWN: {
    severity: 'warning',
    meaning: '统一格式里没有这一行，未读取',
    cause: '自行增加的行',
    advice: '确认这一行不应计入统一格式的其他行',
    english: {
      meaning: 'The form has no such row; it was not read',
      advice: 'Make sure that it belongs to no other row of the form',
    },
  },
  ROW_TWICE: {
    severity: 'error',
    meaning: '同一行出现两次',
    cause: '复制粘贴重复，或一个文件里有两份报告',
    advice: '删去重复的一行',
    english: { meaning: 'The same row stands there twice', advice: 'Delete one of the two' },
  },
  ROW_NOT_SPLIT: {
    severity: 'warning',
    meaning: '统一格式分为几行的一组，文件里只有一行',
    cause: '三（六）其他处理沿用了 2019 年的格式',
    advice: '按统一格式分行补填',
    english: {
      meaning: 'A group that the form has in several rows stands in the file as one row',
      advice: 'Fill in the rows of the form',
    },
  },
  NOTE_ROW: {
    severity: 'info',
    meaning: '一览表里的落款或说明行，没有读入',
    cause: '表末写有填表人、负责人、日期或注',
    advice: '不用处理',
    english: {
      meaning: 'A row of signatures or notes below a table of many reports was not read',
      advice: 'Nothing to do',
    },
  },
  TOTAL_ROW: {
    severity: 'info',
    meaning: '一览表中的合计行，没有读入',
    cause: '上传的是带合计的汇总表',
    advice: '无需处理',
    english: { meaning: 'The row of totals of a table of reports was not read', advice: 'Nothing' },
  },
  TABLE_ELSEWHERE: {
    severity: 'info',
    meaning: '同一张表的行名和数在文件别处还有一份，没有读取',
    cause: '字典、图表数据、上年副本或旁边的小表',
    advice: '核对读取的是哪一处；别处的数不会填入报告',
    english: {
      meaning: 'The file has rows of a table with numbers in a second place, which was not read',
      advice:
        'See that the place that was read is the right one; numbers from elsewhere never fill the report',
    },
  },
  BLANK_BESIDE_COUNT: {
    severity: 'info',
    meaning: '表里有一列行次，按表头认定这一格空白',
    cause: '在统一格式的表里加了行次列，又有空白格',
    advice: '核对这一格是否确实没有填',
    english: {
      meaning: 'The table has a column that counts its rows; by the head this cell is blank',
      advice: 'See whether the cell was left blank on purpose',
    },
  },
  COLUMN_UNKNOWN: {
    severity: 'error',
    meaning: '列的顺序或名称与统一格式不一致',
    cause: '调整过列的顺序，或增删过列',
    advice: '按统一格式的顺序排列各列',
    english: {
      meaning: 'The columns are not those of the form, or in another order',
      advice: 'Put the columns in the order of the form',
    },
  },
  COLUMN_TWICE: {
    severity: 'error',
    meaning: '一览表的表头里同一列出现两次',
    cause: '复制列时重复，或合并表格',
    advice: '只保留正确的一列',
    english: { meaning: 'A table of reports names the same column twice', advice: 'Keep the right one' },
  },
  COLUMN_NOT_READ: {
    severity: 'warning',
    meaning: '一览表里有不认识的列，没有读取',
    cause: '备注等自行增加的列，或格名写成了别的名称',
    advice: '如果是报表的数，把表头改为格名后重新上传',
    english: {
      meaning: 'A table of reports has a column that is not known; it was not read',
      advice: 'If it holds numbers of the report, name it after the cell',
    },
  },
  LABEL_REPAIRED: {
    severity: 'info',
    meaning: '行名或列名与统一格式略有出入，已按统一格式识别',
    cause: '错字、漏字、自行加注',
    advice: '无需处理',
    english: { meaning: 'A label differs slightly from the form and was recognised', advice: 'Nothing' },
  },
  LABEL_LOST: {
    severity: 'warning',
    meaning: '行名缺失，已按前后行的位置识别',
    cause: '合并单元格或转换格式时丢失行名',
    advice: '请核对这一行的数字',
    english: {
      meaning: 'A label is missing; the row was recognised by its place',
      advice: 'Check the numbers of this row',
    },
  },
  VALUE_LOST: {
    severity: 'warning',
    meaning: '一行的数字不全，末尾的数字丢失，按空白处理',
    cause: '转换格式、移动单元格时丢失',
    advice: '补填丢失的数字',
    english: {
      meaning: 'A row has too few numbers; the last are lost and read as blank',
      advice: 'Fill in the lost numbers',
    },
  },
  AMBIGUOUS_ROW: {
    severity: 'error',
    meaning: '一行的数字对不上列，不能确定各数属于哪一列',
    cause: '从 PDF 复制的文字没有分列，或一行的数字多于、少于列数',
    advice: '用表格文件填报，使每个数字各占一格',
    english: {
      meaning: 'The numbers of a row do not fit the columns',
      advice: 'Use a spreadsheet with one number in each cell',
    },
  },
  VALUE_UNREAD: {
    severity: 'error',
    meaning: '标注表中写着“未读出”的格还没有填写',
    cause: '第一次上传时这一格的数没有读出来，标注表没有填就再次上传',
    advice: '对照原件填写；没有的填 0',
    english: {
      meaning: 'A cell of the marked-up workbook that says 未读出 is still not filled in',
      advice: 'Fill in the number of the original, or 0',
    },
  },
  ASSUMED_CONTRADICTION: {
    severity: 'warning',
    meaning: '读不出来的几行，按最可能的列次假设仍然互相矛盾',
    cause: '从 PDF 复制的文字没有分列，原报告的数字可能也有错',
    advice: '对照原报告核对这几行的数字；这只是提示，没有据此读取任何数字',
    english: {
      meaning: 'Rows that could not be read contradict each other even as they most likely stand',
      advice: 'Check these rows against the original; nothing was read from the assumption',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
