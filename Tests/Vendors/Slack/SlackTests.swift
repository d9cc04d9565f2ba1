import CallbackRuntime
import Testing

extension Vendor {
  static let slack = Vendor(
    "Slack", Slack.Callback.self,
    findings: [
      // Members that Slack sends and its pages do not list.
      "subteam_created.json": [
        "event.subteam.auto_provision unknown-field",
        "event.subteam.enterprise_subteam_id unknown-field",
      ]
    ])
}

@Suite("Slack: events named by three members, and bodies without an event inside")
struct SlackTests {
  private func callback(_ name: String) throws -> Slack.Callback {
    try Slack.Callback(json: Vendor.body("Slack/Bodies/\(name).json"))
  }

  @Test("The question whether the receiver is there")
  func verification() throws {
    let callback = try callback("url_verification")
    guard case .urlVerification(let verification) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(verification.challenge.hasPrefix("3eZbrw1aBm2r"))
    #expect(callback.teamID == nil)
    #expect(callback.deduplicationKey == nil)
  }

  @Test("A message, and one that several subtypes share a struct with")
  func message() throws {
    let plain = try callback("message")
    guard case .message(let message) = plain.event else {
      Issue.record("\(plain.event)")
      return
    }
    #expect(message.text == "Live long &amp; prosper 🖖")
    #expect(message.channelType == .channel)
    #expect(message.blocks?.first?["elements"]?[0]?["elements"]?[2]?["name"]?.string == "wave")
    #expect(plain.eventTime == 1_763_720_401)
    #expect(plain.authorizations?.first?.isBot == true)
    let files = try callback("file_share")
    guard case .fileShare(let share) = files.event else {
      Issue.record("\(files.event)")
      return
    }
    #expect(share.files?.map(\.id) == ["F0S43PZDF", "F9"])
    #expect(share.files?.first?.size == 137_531)
  }

  @Test("The root of a thread is a message too")
  func root() throws {
    guard case .threadBroadcast(let message) = try callback("thread_broadcast").event else {
      Issue.record("another event")
      return
    }
    #expect(message.root?.replyUsers == ["U123ABC45"])
    #expect(message.root?.root == nil)
  }

  @Test("A subtype without an event of its own is a message, and keeps its name")
  func subtype() throws {
    let callback = try callback("message_reminder_add")
    guard case .message(let message) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(message.subtype == "reminder_add")
  }

  @Test("The item of a reaction is one of several objects, or an unknown one")
  func items() throws {
    guard case .reactionAdded(let added) = try callback("reaction_added").event,
      case .messageItem(let item)? = added.item,
      case .reactionRemoved(let removed) = try callback("reaction_removed_new_item").event,
      case .other(let json)? = removed.item
    else {
      Issue.record("another event or item")
      return
    }
    #expect(item.ts == "1360782400.498405")
    #expect(json["canvas"]?.string == "F1")
  }

  @Test("An event that is not in the schema keeps its name and the whole body")
  func unknown() throws {
    let json = #"{"type":"event_callback","event":{"type":"call_rejected","call_id":"R1"},"x":1}"#
    let callback = try Slack.Callback(json: json)
    guard case .unrecognized(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.id == "event_callback.call_rejected")
    #expect(callback.json() == json)
  }
}
