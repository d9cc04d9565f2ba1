public import CallbackSchema

extension PageContent {
  /// What a page of all versions of a service says: an event that the versions describe differently has a section for each
  /// version that documents it.
  ///
  /// - Parameter service: a service that `Service.documentable()` returned.
  public init(versionsOf service: Service) {
    let versions = service.editions.indices.filter { place in
      service.editions[place].kind == .version && service.editions[place].isFull
    }
    let contents = versions.compactMap { place in
      service.projected(to: service.editions[place].name).map { (place, PageContent($0)) }
    }
    self.init(service)
    // What no version documents is on no page of the versions.
    if let (_, first) = contents.first {
      let elsewhere = service.envelope.filter { field in
        field.provenance.sources.contains { source in
          source.editions.contains { service.editions[$0].kind == .elsewhere }
        }
      }
      envelope = first.envelope.filter { field in !elsewhere.contains { $0.wire == field.name } }
    }
    events = zip(events, service.events).flatMap { event, declared -> [Event] in
      let states = contents.compactMap { place, content -> Event? in
        guard declared.provenance.editions.contains(edition: place),
          var state = content.events.first(where: { $0.key == event.key })
        else { return nil }
        state.version = service.editions[place].name
        return state
      }
      guard let first = states.first, states.contains(where: { $0.fields != first.fields }) else {
        var event = event
        event.fields = states.first?.fields ?? []
        return [event]
      }
      return states
    }
  }
}
