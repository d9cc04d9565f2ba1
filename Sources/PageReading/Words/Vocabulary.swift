import CallbackSchema

/// The words of pages in English, Chinese and Japanese, in lower case.
enum Vocabulary {
  /// The headers of columns by their roles.
  static let columns: [ColumnRole: [String]] = [
    .name: [
      "name", "field", "field name", "fieldname", "parameter", "parameter name", "param", "key",
      "property", "attribute", "member", "variable", "字段", "字段名", "字段名称", "参数", "参数名",
      "参数名称", "名称", "属性", "成员", "フィールド", "フィールド名", "パラメータ", "パラメーター",
      "パラメータ名", "パラメーター名", "名前", "項目", "キー",
    ],
    .type: [
      "type", "data type", "datatype", "value type", "类型", "数据类型", "参数类型", "字段类型",
      "タイプ", "型", "データ型", "データタイプ",
    ],
    .required: [
      "required", "mandatory", "required?", "is required", "必填", "必选", "是否必填", "是否必选",
      "是否必须", "必須", "必要",
    ],
    .optional: ["optional", "可选", "是否可选", "選択可", "省略可"],
    .example: [
      "example", "example value", "examples", "sample", "sample value", "示例", "示例值", "样例",
      "举例", "例", "例値", "サンプル", "サンプル値",
    ],
    .description: [
      "description", "meaning", "remarks", "remark", "note", "notes", "explanation", "details",
      "definition", "描述", "说明", "含义", "解释", "备注", "意义", "意味", "説明", "概要", "備考",
    ],
    .value: [
      "value", "values", "code", "enum", "enumerator", "enum value", "enumeration", "number", "值",
      "取值", "代码", "错误码", "状态码", "警告码", "枚举值", "枚举", "编号", "値", "コード", "列挙値",
    ],
    .constant: [
      "constant", "constant name", "symbol", "message", "常量", "常量名", "消息", "定数", "定数名",
      "メッセージ",
    ],
  ]

  /// The ends of headers of columns with codes, such as those of "error code".
  static let codeEndings = ["code", "codes", "码", "コード"]

  /// The type words by their meaning, without blanks.
  static let types: [(words: [String], type: PageType)] = [
    (["string", "str", "text", "字符串", "文字列"], .string),
    (["number", "numeric", "数字", "数值", "数値"], .number(nil)),
    (["int", "integer", "整数", "整型", "整形"], .number(.int)),
    (["int32", "integer32"], .number(.int32)),
    (["int64", "long", "bigint", "integer64", "长整型", "長整数"], .number(.int64)),
    (["uint", "uint32", "unsignedint", "unsignedinteger"], .number(.uint32)),
    (["uint64", "unsignedlong"], .number(.uint64)),
    (
      ["double", "float", "float64", "float32", "decimal", "浮点数", "浮点型", "浮動小数点数"], .number(.double)
    ),
    (["bool", "boolean", "布尔", "布尔值", "布尔型", "ブール", "ブール値", "真偽値"], .bool),
    (
      ["object", "json", "jsonobject", "struct", "dictionary", "对象", "结构体", "オブジェクト"],
      .object
    ),
    (["array", "list", "jsonarray", "数组", "列表", "配列", "リスト"], .list(nil)),
    (["stringarray", "arraystring"], .list(.string)),
  ]

  /// The word before or after a type word in a sentence.
  static let typeSuffixes = ["类型", "類型", "型", "type"]

  /// The words of a cell that says yes, and of one that says no.
  static let yes = [
    "yes", "y", "true", "required", "mandatory", "是", "必填", "必选", "必須", "はい", "○", "✓", "✔",
  ]
  static let no = ["no", "n", "false", "optional", "否", "选填", "可选", "非必填", "任意", "いいえ", "×", "-"]

  /// The words in brackets that mark an optional field, and those that mark a required one.
  static let optionalMarks = ["optional", "option", "可选", "选填", "オプション", "任意", "省略可"]
  static let requiredMarks = ["required", "mandatory", "必填", "必选", "必須"]

  /// The words between a value and its meaning in a sentence.
  static let valueVerbs = [
    "indicates", "indicate", "means", "represents", "stands for", "denotes", "for", "is for", "表示",
    "代表", "指",
    "为", "は", "を示",
  ]

  /// The words before the only value of a field.
  static let fixedCues = ["fixed at", "fixed to", "固定为", "固定是", "固定で", "常に"]

  /// The words after the values of an enumeration for all further ones.
  static let otherValues = [
    "other values", "any other value", "all other values", "其他值", "其它值", "その他の値",
  ]

  /// The words at the beginning of a sentence about a condition, and those after a condition.
  static let conditionBeginnings = ["if ", "when ", "in case ", "如果", "若"]
  static let conditionEndings = ["の場合", "た場合", "る場合"]

  /// The words before the values of a field in braces.
  static let setCues = [
    "枚举值为", "取值为", "值的集合为", "取值范围为", "可选值为", "值为", "one of", "values are", "values",
    "enum", "possible values", "列挙値は", "値は",
  ]
}
