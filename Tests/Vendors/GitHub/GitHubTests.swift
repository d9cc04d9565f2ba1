import CallbackRuntime
import Testing

extension Vendor {
  /// The header is the name of the file up to its first dot.
  static let gitHub = Vendor(
    "GitHub", GitHub.Callback.self,
    headers: { file in
      [
        "X-GitHub-Event": String(file.prefix { $0 != "." }),
        "X-GitHub-Delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      ]
    })
}

@Suite("GitHub: events named by a header and an action, objects of many fields")
struct GitHubTests {
  private func callback(_ name: String, event: String? = nil) throws -> GitHub.Callback {
    let file = "\(name).json"
    var headers = Vendor.gitHub.headers(file)
    if let event { headers["X-GitHub-Event"] = event }
    return try GitHub.Callback(json: Vendor.body("GitHub/Bodies/\(file)"), headers: headers)
  }

  @Test("A label was added to an issue")
  func labeled() throws {
    let callback = try callback("issues.labeled")
    guard case .issuesLabeled(let labeled) = callback.event else { throw Another(callback.event) }
    #expect(labeled.issue.number == 231)
    #expect(labeled.label?.name == "good first issue")
    #expect(labeled.issue.labels?.map(\.name) == ["bug", "good first issue"])
    #expect(labeled.issue.reactions?.thumbsUp == 3)
    #expect(labeled.issue.milestone == nil)
    #expect(labeled.issue.createdAt == "2024-11-19T19:02:44Z")
    #expect(callback.action == "labeled")
    #expect(callback.sender?.login == "ann-lind")
    #expect(callback.sender?.type == .user)
    #expect(callback.repository?.fullName == "blueharbor/tidetable")
    #expect(callback.repository?.license?.spdxID == "Apache-2.0")
    #expect(callback.repository?.visibility == .public)
    #expect(callback.deduplicationKey?.xGitHubDelivery == "72d3162e-cc78-11e3-81ab-4c9367dc0958")
  }

  @Test("The title and the text of an issue were edited")
  func edited() throws {
    guard case .issuesEdited(let edited) = try callback("issues.edited").event else {
      throw Another()
    }
    #expect(edited.changes?.title?.from == "Low water is off")
    // The text was empty before, which is null on the wire.
    #expect(edited.changes?.body != nil)
    #expect(edited.changes?.body?.from == nil)
  }

  @Test("An issue that was moved has its new number and repository")
  func transferred() throws {
    guard case .issuesTransferred(let event) = try callback("issues.transferred").event else {
      throw Another()
    }
    #expect(event.changes?.newIssue?.number == 12)
    #expect(event.changes?.newRepository?.name == "harbour-core")
  }

  @Test("An action that the schema does not know is an activity of the issue")
  func newAction() throws {
    let callback = try callback("issues.field_added")
    guard case .issues(let event) = callback.event else { throw Another(callback.event) }
    #expect(callback.action == "field_added")
    #expect(event.issue.issueFieldValues?.first?["value"]?.int == 8)
  }

  @Test("A pull request was merged")
  func merged() throws {
    guard case .pullRequestClosed(let closed) = try callback("pull_request.closed").event else {
      throw Another()
    }
    #expect(closed.pullRequest.merged == true)
    #expect(closed.pullRequest.mergedBy?.login == "ann-lind")
    #expect(closed.pullRequest.head?.label == "bo-karlsson:utc")
    #expect(closed.pullRequest.head?.repo?.fork == true)
    #expect(closed.pullRequest.base?.repo?.allowMergeCommit == false)
    #expect(closed.pullRequest.autoMerge?.mergeMethod == .squash)
    #expect(closed.pullRequest.mergeable == nil)
    #expect(closed.pullRequest.links?["statuses"]?.href?.hasSuffix("ca1e5e56cd3a4d9") == false)
  }

  @Test("The repository of a deleted fork is null, and remains so")
  func deletedFork() throws {
    let callback = try callback("pull_request.reopened")
    guard case .pullRequestReopened(var event) = callback.event else { throw Another() }
    #expect(event.pullRequest.head?.repo == nil)
    #expect(event.pullRequest.head?.user == nil)
    #expect(event.json().contains(#""user":null,"repo":null"#))
    event.pullRequest.head?.user = callback.sender
    #expect(event.json().contains(#""repo":null"#))
    #expect(!event.json().contains(#""user":null,"repo":null"#))
  }

  @Test("A branch was pushed to, and a review was asked of a team")
  func pullRequests() throws {
    guard case .pullRequestSynchronize(let pushed) = try callback("pull_request.synchronize").event,
      case .pullRequestReviewRequested(let asked) =
        try callback("pull_request.review_requested").event,
      case .pullRequestEdited(let edited) = try callback("pull_request.edited").event
    else { throw Another() }
    #expect(pushed.after == pushed.pullRequest.head?.sha)
    #expect(asked.requestedReviewer == nil)
    #expect(asked.requestedTeam?.slug == "coast")
    #expect(asked.pullRequest.requestedReviewers?.map(\.login) == ["bo-karlsson"])
    #expect(edited.changes?.base?.ref?.from == "release/1")
  }

  @Test("Commits were pushed; in a push times of the repository are numbers")
  func push() throws {
    let callback = try callback("push")
    guard case .push(let push) = callback.event else { throw Another(callback.event) }
    #expect(push.ref == "refs/heads/main")
    #expect(push.commits?.map(\.author?.username) == ["ann-lind", nil])
    #expect(push.commits?.first?.added == ["Data/aeroe.csv", "Data/årøsund.csv"])
    #expect(push.headCommit == push.commits?.last)
    #expect(callback.repository?.createdAt == .integer(1_678_437_669))
    #expect(callback.repository?.organization == .string("blueharbor"))
    #expect(callback.action == nil)
    guard case .push(let deleted) = try self.callback("push.deleted").event else { throw Another() }
    #expect(deleted.headCommit == nil)
    #expect(deleted.commits == [])
  }

  @Test("Free keys are dictionaries")
  func maps() throws {
    let callback = try callback("installation.created")
    guard case .installation(let event) = callback.event else { throw Another(callback.event) }
    #expect(callback.installation?.permissions?["checks"] == "write")
    #expect(event.repositories?.map(\.fullName) == ["blueharbor/tidetable"])
    guard case .workflowDispatch(let run) = try self.callback("workflow_dispatch").event else {
      throw Another()
    }
    #expect(run.inputs?["dry_run"]?.string == "true")
    #expect(try self.callback("ping").repository?.customProperties?["team"]?.string == "coast")
  }

  @Test("An event of a check tells its result")
  func checks() throws {
    guard case .workflowRun(let event) = try callback("workflow_run.completed").event,
      case .workflowJob(let job) = try callback("workflow_job.completed").event
    else { throw Another() }
    #expect(event.workflowRun.conclusion == .timedOut)
    #expect(event.workflowRun.headRepository?.owner?.login == "bo-karlsson")
    #expect(job.workflowJob.steps?.map(\.conclusion) == [.success, .skipped])
  }

  @Test("An event that the schema does not know has the whole body")
  func unknown() throws {
    let body = try Vendor.body("GitHub/Bodies/star.created.json")
    let callback = try callback("star.created", event: "sponsorship")
    guard case .unrecognized(let event) = callback.event else { throw Another(callback.event) }
    #expect(event.id == "sponsorship.created")
    #expect(event.body["starred_at"]?.string == "2024-11-21T10:00:00Z")
    #expect(callback.sender?.login == "bo-karlsson")
    #expect(callback.json() == body)
  }

  @Test("Values of another type cost their members and no more")
  func broken() throws {
    let body = try Vendor.body("GitHub/Bodies/pull_request.closed.json")
      .replacing(#""additions":41"#, with: #""additions":"41""#)
      .replacing(#""name":"bug""#, with: #""name":null"#)
      .replacing(#""site_admin":false"#, with: #""site_admin":0"#)
    let headers = ["x-github-event": "pull_request"]
    let callback = try GitHub.Callback(json: body, headers: headers)
    guard case .pullRequestClosed(let closed) = callback.event else { throw Another() }
    #expect(closed.pullRequest.additions == nil)
    #expect(closed.pullRequest.deletions == 17)
    #expect(callback.faults.contains { $0.path == "pull_request.additions" })
    #expect(callback.faults.contains { $0.path == "pull_request.head.repo.owner.site_admin" })
    #expect(closed.pullRequest.labels?.first?.color == "d73a4a")
  }

  @Test("Signatures, and the time for an answer")
  func delivery() {
    #expect(
      GitHub.signatures == [
        SignatureScheme(
          place: .header("X-Hub-Signature-256"), prefix: "sha256=", algorithm: .hmacSHA256,
          encoding: .hex, over: .body),
        SignatureScheme(
          place: .header("X-Hub-Signature"), prefix: "sha1=", algorithm: .hmacSHA1, encoding: .hex,
          over: .body),
      ])
    #expect(GitHub.acknowledgement.within == .seconds(10))
  }

  @Test("An event is no larger than its objects need")
  func size() {
    // Stored inline, its two repositories alone would take more.
    #expect(MemoryLayout<GitHub.PullRequest>.size < MemoryLayout<GitHub.Repository>.size)
    #expect(MemoryLayout<GitHub.Callback>.size < 4096)
  }
}

/// Another event than the test expects.
private struct Another: Error, CustomStringConvertible {
  var description: String

  init(_ event: GitHub.Event? = nil) { description = event.map { $0.id } ?? "another event" }
}
