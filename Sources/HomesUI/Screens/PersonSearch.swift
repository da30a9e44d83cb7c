import HomesCore

/// A search among persons, from its first letter until it leads somewhere or is given up. What was
/// typed is in the journal as a fingerprint before that: one entry a query, not one a key.
struct PersonSearch: Sendable {
    private var typed = ""

    /// Follows what is typed. A text that is cut short or begun anew is another query: the one
    /// before is written down.
    ///
    /// - Returns: Why it could not be written down.
    mutating func follow(_ text: String, _ world: World) -> Step? {
        if text.count >= typed.count {
            typed = text
            return nil
        }
        // A slip of the finger is no new query.
        if typed.hasPrefix(text), !text.isEmpty { return nil }
        let refusal = settle(world)
        typed = text
        return refusal
    }

    /// Writes the query down, before its result is opened, gone through or left.
    mutating func settle(_ world: World) -> Step? {
        let query = typed
        typed = ""
        if query.isEmpty { return nil }
        switch world.attempt({ () throws(StoreError) in
            try world.store.noteSearch(for: query, by: world.signature)
        }) {
        case .success: return nil
        case .failure(let error): return .refused(error)
        }
    }
}

extension ListView {
    /// Takes a key of a list of persons and follows its filter.
    mutating func take(_ key: Key, _ search: inout PersonSearch, _ world: World) -> Step? {
        let wasFiltering = isFiltering
        guard let step = take(key, world) else { return nil }
        if let refusal = search.follow(filter, world) { return refusal }
        let isMoving = wasFiltering && (!isFiltering || !key.isTyping)
        if isMoving, let refusal = search.settle(world) { return refusal }
        return step
    }
}
