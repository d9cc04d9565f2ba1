public import CallbackReceiver

/// A store in a PostgreSQL database, for receivers on several machines.
///
/// Each operation is one statement, or two for a claim that fails, so that no transaction stays open while a handler runs. Leases
/// are measured by the clock of the database, which all receivers share. Every statement can be repeated with the same effect,
/// because the receiver chooses the token of a claim: after a lost connection it is run again on another one.
public final class PostgreSQLStore: DeliveryStore {
  private let database: PostgreSQLDatabase

  /// Creates a store, which connects when it is used.
  ///
  /// - Parameters:
  ///   - database: the connection string of libpq, such as `host=db.example dbname=callbacks`.
  ///   - connections: the greatest number of connections.
  public init(_ database: String, connections: Int = 4) {
    self.database = PostgreSQLDatabase(database, connections: connections)
  }

  public func claim(_ key: String, for lease: Duration) async throws -> ClaimOutcome {
    let token = UInt64.random(in: 1...UInt64(Int64.max))
    while true {
      let claimed = try await database.execute(
        Self.claim, [key, "\(lease / .seconds(1))", "\(token)"])
      if claimed.changedRows == 1 { return .claimed(Claim(key: key, token: token)) }
      let state = try await database.execute(Self.state, [key])
      // Without a row the key was released meanwhile.
      guard let row = state.rows.first else { continue }
      guard let rest = row[0] else { return .finished }
      return .inProgress(max(.seconds(Double(rest) ?? 0), .zero))
    }
  }

  public func renew(_ claim: Claim, for lease: Duration) async throws {
    let renewed = try await database.execute(
      Self.renew, [claim.key, "\(lease / .seconds(1))", "\(claim.token)"])
    if renewed.changedRows == 0 { throw ClaimLost(key: claim.key) }
  }

  public func finish(_ claim: Claim) async throws {
    let finished = try await database.execute(Self.finish, [claim.key, "\(claim.token)"])
    if finished.changedRows == 0 { throw ClaimLost(key: claim.key) }
  }

  public func release(_ claim: Claim) async throws {
    _ = try await database.execute(Self.release, [claim.key, "\(claim.token)"])
  }

  /// Forgets the oldest keys that were finished, or whose leases ended, before a time: no more than a thousand in a call.
  ///
  /// - Parameter age: the retention: at least as long as the vendor sends one callback again.
  /// - Returns: the number of forgotten keys.
  /// - Throws: an error of the database.
  @discardableResult
  public func forget(olderThan age: Duration) async throws -> Int {
    try await database.execute(Self.forget, ["\(age / .seconds(1))"]).changedRows
  }
}

/// The statements, as docs/receiving.md prints and explains them.
extension PostgreSQLStore {
  /// The table, for the migrations of the database.
  public static let table = """
    CREATE TABLE delivery (
      key text COLLATE "C" PRIMARY KEY,
      token bigint NOT NULL,
      lease_end timestamptz,        -- NULL: finished
      changed timestamptz NOT NULL  -- the last claim, renewal or finish
    );
    CREATE INDEX delivery_changed ON delivery (changed);
    """

  package static let claim = """
    INSERT INTO delivery (key, token, lease_end, changed)
    VALUES ($1, $3, clock_timestamp() + make_interval(secs => $2), clock_timestamp())
    ON CONFLICT (key) DO UPDATE
      SET token = excluded.token,
        lease_end = clock_timestamp() + make_interval(secs => $2), changed = clock_timestamp()
      WHERE delivery.lease_end IS NOT NULL AND (
        delivery.lease_end <= clock_timestamp()
        OR delivery.changed > clock_timestamp() + make_interval(secs => $2)
        OR delivery.token = excluded.token);
    """

  package static let state = """
    SELECT extract(epoch FROM lease_end - clock_timestamp()) FROM delivery WHERE key = $1;
    """

  package static let renew = """
    UPDATE delivery
    SET lease_end = clock_timestamp() + make_interval(secs => $2), changed = clock_timestamp()
    WHERE key = $1 AND token = $3 AND lease_end IS NOT NULL;
    """

  package static let finish = """
    INSERT INTO delivery (key, token, changed) VALUES ($1, $2, clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET lease_end = NULL, changed = clock_timestamp()
      WHERE delivery.token = excluded.token;
    """

  package static let release = """
    DELETE FROM delivery WHERE key = $1 AND token = $2 AND lease_end IS NOT NULL;
    """

  package static let forget = """
    DELETE FROM delivery WHERE key = ANY (ARRAY(
      SELECT key FROM delivery
      WHERE changed < clock_timestamp() - make_interval(secs => $1)
        AND (lease_end IS NULL OR lease_end <= clock_timestamp())
      ORDER BY changed LIMIT 1000 FOR UPDATE SKIP LOCKED));
    """
}
