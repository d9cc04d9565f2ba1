/// The language of a rendered page.
public enum PageLanguage: String, Hashable, Sendable, CaseIterable {
  case english, chinese, japanese

  /// The words of one language.
  struct Words: Sendable {
    /// Headers of columns.
    var field, name, type, required, example, description, value, meaning, category, event: String
    var yes, no: String
    /// Captions.
    var title, body, index, examples: String
    /// The sentence before the fields of an event.
    var introduction: String
    /// The words around the id in an event that is an item of a list.
    var itemBefore, itemAfter: String
    /// Punctuation, and what separates two sentences.
    var colon, comma, full, space: String
    /// The words before a set of values.
    var set: String
    /// Descriptions, without numbers, quotation marks and words for types.
    var descriptions: MarkedTexts
    var meanings: [String]
    /// The reference to a table; `%` is the link.
    var reference: String
    /// Types in the words of the language.
    var string, integer, number, boolean, object, list: String
  }

  /// Texts with Markdown, and the same texts without it, made once: a page is rendered for each of its edits.
  struct MarkedTexts: Sendable, ExpressibleByArrayLiteral {
    let marked, plain: [String]

    init(arrayLiteral marked: String...) {
      self.marked = marked
      plain = marked.map {
        $0.replacing("`", with: "").replacing(/\[(\w+)\]\([^)]*\)/) { $0.1 }
      }
    }
  }

  var words: Words {
    switch self {
    case .english: Self.englishWords
    case .chinese: Self.chineseWords
    case .japanese: Self.japaneseWords
    }
  }

  private static let englishWords = Words(
    field: "Field", name: "Name", type: "Type", required: "Required", example: "Example value",
    description: "Description",
    value: "Value", meaning: "Meaning", category: "Category", event: "Event type",
    yes: "Yes", no: "No",
    title: "Callbacks of the service", body: "Fields of the body", index: "List of events",
    examples: "Example",
    introduction:
      "Sent when the state of the task has changed. The fields of the event are listed below.",
    itemBefore: "Event type ", itemAfter: ": definition of the payload",
    colon: ": ", comma: ", ", full: ".", space: " ", set: "One of ",
    descriptions: [
      "The room in which it happened", "Identifies the task; see the section above",
      "Set by the client, as in `query`", "Where the file is stored",
      "Who started the task", "Of the recorded stream, in pixels",
      "Empty if the task has not begun (see [overview](../overview))",
      "The time of the event, in milliseconds. Clocks may differ.",
      "What the receiver may show to its users", "The name under which it was uploaded",
    ],
    meanings: [
      "Started", "Stopped by the user", "Failed", "Still waiting", "Moved to a backup",
      "Not used any more", "Ended early", "Refused",
    ],
    reference: "See % for details",
    string: "string", integer: "integer", number: "number", boolean: "boolean", object: "object",
    list: "array")

  private static let chineseWords = Words(
    field: "字段名", name: "名称", type: "类型", required: "是否必填", example: "示例值", description: "描述",
    value: "值",
    meaning: "含义", category: "功能", event: "事件类型", yes: "是", no: "否",
    title: "服务的回调", body: "消息体的字段", index: "事件列表", examples: "示例",
    introduction: "任务状态改变时发送，包含下列字段。",
    itemBefore: "事件类型为", itemAfter: "时的定义",
    colon: "：", comma: "，", full: "。", space: "", set: "取值为",
    descriptions: [
      "事件所在的房间", "任务的标识，参见上文", "由客户端设置，与 `query` 相同", "文件的存储位置",
      "启动任务的人", "录制画面的大小，单位为像素", "任务未开始时为空（见[概述](../overview)）",
      "事件发生的时间，单位为毫秒。时钟可能不同。", "可以展示给使用者的内容", "上传后的名称",
    ],
    meanings: ["已启动", "由使用者停止", "失败", "等待中", "已转存备份", "不再使用", "提前结束", "被拒绝"],
    reference: "参看%",
    string: "字符串", integer: "整数", number: "数字", boolean: "布尔", object: "对象", list: "数组")

  private static let japaneseWords = Words(
    field: "フィールド名", name: "名前", type: "タイプ", required: "必須", example: "サンプル値", description: "説明",
    value: "値",
    meaning: "意味", category: "カテゴリ", event: "イベントタイプ", yes: "はい", no: "いいえ",
    title: "サービスのコールバック", body: "ボディのフィールド", index: "イベントの一覧", examples: "サンプル",
    introduction: "タスクの状態が変わったときに送信されます。次のフィールドが含まれます。",
    itemBefore: "イベントタイプが", itemAfter: "の場合の定義",
    colon: "：", comma: "、", full: "。", space: "", set: "値は",
    descriptions: [
      "発生したルーム", "タスクの識別子。上の節を参照", "クライアントが設定する。`query` と同じ", "ファイルの保存先",
      "タスクを開始したユーザー", "録画の大きさ。単位はピクセル", "タスクの開始前は空（[概要](../overview)を参照）",
      "イベントの発生時刻。単位はミリ秒。", "利用者に表示できる内容", "アップロード後の名前",
    ],
    meanings: ["開始済み", "利用者による停止", "失敗", "待機中", "バックアップへ移動", "使用されない", "早期終了", "拒否"],
    reference: "%を参照",
    string: "文字列", integer: "整数", number: "数値", boolean: "ブール値", object: "オブジェクト", list: "配列")
}
