import CallbackRuntime
import Testing

@Suite("Names so long that lines are broken")
struct LongNamesTests {
  static let headers = [
    "X-Application-Notification-Type": "application_suspended_by_the_operator_of_the_service",
    "X-Application-Notification-Installation-Target": "s-1",
  ]
  static let suspended =
    #"{"identifier_of_the_application_notification":null,"notification_details":{"#
    + #""time_at_which_the_notification_was_queued":1700000000000,"application_payload":{"#
    + #""version_of_the_format_of_the_notification":"first-version-of-the-format","#
    + #""reason_for_suspending_the_application":2,"conditions_that_were_found_when_suspending":3,"#
    + #""account_that_owns_the_application":{"object":"account","#
    + #""name_of_the_account_when_the_notification_was_sent":null,"#
    + #""settings_of_the_account_as_the_vendor_stores_them":{},"#
    + #""limits_of_the_account_today":null,"greatest_number_of_applications":null},"#
    + #""subject_of_the_notification":{"object":"application","#
    + #""number_of_users_of_the_application_this_month":5},"#
    + #""message_for_administrators_of_the_application":"Ended.","#
    + #""time_of_the_suspension_where_the_owner_is":1700000000,"#
    + #""day_on_which_the_suspension_of_the_application_ends":"2024-02-29","#
    + #""number_of_users_who_were_connected_at_that_moment":"7","#
    + #""address_refused_most_often_during_the_suspension":"::1"}}}"#

  @Test("Broken lines read, validate and write as whole ones do")
  func suspended() throws {
    let report = try Lengthy.Callback.validate(json: Self.suspended, headers: Self.headers)
    #expect(report.findings == [])
    #expect(report.value.json() == Self.suspended)
    guard case .applicationSuspendedByTheOperatorOfTheService(let event) = report.value.event
    else { throw NotSuspended() }
    #expect(event.reasonForSuspendingTheApplication == .customerHasAskedForTheSuspension)
    #expect(
      event.conditionsThatWereFoundWhenSuspending == [
        .tooManyConnectionsFromOneAddress, .addressIsOnTheListOfRefusedAddresses,
      ])
    #expect(event.numberOfUsersWhoWereConnectedAtThatMoment == 7)
    #expect(report.value.outcome == .success)
  }

  @Test("Findings name the members")
  func findings() throws {
    let json = Self.suspended.replacing("2024-02-29", with: "2024-02-30")
      .replacing(#""time_of_the_suspension_where_the_owner_is":1700000000,"#, with: "")
      .replacing("::1", with: "?")
    let findings = try Lengthy.Callback.validate(json: json, headers: Self.headers).findings
    #expect(findings.map(\.rule) == [.condition, .missing, .format, .pattern])
  }

  struct NotSuspended: Error {}
}
