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
    # A transcription of a vendor's documentation of its callbacks. The folder and the service have the same name. A
    # service may have several files; each becomes a Swift file. 'callbackgen lint' checks them.
    callbackgen: 1
    service:
      name: \(service)
      title: My service
      # The Swift type that contains all others: \(service).Callback is a body.
      namespace: \(service)
      # The sources: pages as read on a date, or versions of an API.
      editions:
        page: { kind: page, title: The vendor's page, date: 2000-01-01, url: "https://example.com/callbacks" }
      # The discriminator and the payload: the members with the type of the event and with its fields.
      event: { by: type, in: data }
      # The members of every body.
      envelope:
        id: { type: string, doc: The identifier of the delivery. }
        type: string
        sentAt: { type: int64, unit: unix-ms, doc: The time of sending. }
        data: object
      # The deduplication key: equal for redeliveries of one event.
      identity: [id]

    events:
      # The key is the value of `type`. Add `id:` if the discriminator has another value.
      started:
        doc: A job started.
        fields:
          # An event without a required field is malformed. All other fields are optional in Swift.
          name: { type: string, required: true, doc: The name of the job. }
      stopped:
        doc: A job ended.
        fields:
          name: { type: string, required: true, doc: The name of the job. }
          reason: { type: Reason, doc: The reason for the end. }
          # An optional field, and one with a condition.
          files: { type: [File], optional: true, doc: The output files. }
          errorText: { type: string, when: { reason: 2 }, doc: The error message. }

    objects:
      File:
        fields:
          path: { type: string, doc: The path of the file. }
          size: { type: int64, unit: byte, range: 0..., doc: The size of the file. }

    tables:
      # Other codes are decoded too; validation reports them.
      Reason:
        raw: int
        doc: The reason for the end of a job.
        values:
          0: { name: done, doc: The job completed., outcome: success }
          1: { name: canceled, doc: The user canceled the job. }
          2: { name: failed, doc: The job failed., outcome: failure }

    """
  }
}
