/// The configuration and the schema that `callbackgen init` writes.
enum StarterFiles {
  static func configuration(service: String) -> String {
    """
    {
      "callbackgen": 1,
      "services": ["Schemas/\(service)"],
      "output": "Generated",
      "access": "internal"
    }

    """
  }

  static func schema(service: String) -> String {
    """
    # What a vendor's documentation says about its callbacks. The folder's name is the service's name; a service may
    # have several files, each becomes one of Swift. 'callbackgen lint' says what is wrong here, and where.
    callbackgen: 1
    service:
      name: \(service)
      title: My service
      # The Swift type that holds all others: \(service).Callback is a body.
      namespace: \(service)
      # Who says so: pages as they were read on a date, or versions of an API.
      editions:
        page: { kind: page, title: The vendor's page, date: 2000-01-01, url: "https://example.com/callbacks" }
      # The member that tells events apart, and the one that holds the event's own fields.
      event: { by: type, in: data }
      # What wraps each event.
      envelope:
        id: { type: string, doc: Tells one delivery from another. }
        type: string
        sentAt: { type: int64, unit: unix-ms, doc: When it was sent. }
        data: object
      # Two bodies that agree here are one delivery.
      identity: [id]

    events:
      # The value of `type`. Add `id:` where the vendor's word for the event is not what it sends.
      started:
        doc: It began.
        fields:
          # Without a required field the event says nothing; all others may be absent.
          name: { type: string, required: true, doc: What began. }
      stopped:
        doc: It ended.
        fields:
          name: { type: string, required: true, doc: What ended. }
          reason: { type: Reason, doc: Why it ended. }
          # A field that is not always sent, and one with a condition.
          files: { type: [File], optional: true, doc: What is left of it. }
          errorText: { type: string, when: { reason: 2 }, doc: What went wrong. }

    objects:
      File:
        fields:
          path: { type: string, doc: Where it is. }
          size: { type: int64, unit: byte, range: 0..., doc: How large it is. }

    tables:
      # Codes that are not listed here are read all the same, and told by validate().
      Reason:
        raw: int
        doc: Why something ended.
        values:
          0: { name: done, doc: All was done., outcome: success }
          1: { name: asked, doc: Somebody asked for it. }
          2: { name: failed, doc: Something went wrong., outcome: failure }

    """
  }
}
