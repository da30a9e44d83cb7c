import HomesCore

extension Binding {
    /// The same key, off for one more reason.
    func closed(
        _ reason: @escaping @Sendable (Owner, World) -> Phrase?
    ) -> Binding {
        Binding(keys: keys, help: help, isInFooter: isInFooter, run: run) { owner, world in
            reason(owner, world) ?? off(owner, world)
        }
    }

    private init(
        keys: [Key], help: Phrase, isInFooter: Bool,
        run: @escaping @Sendable (inout Owner, World) -> Step,
        off: @escaping @Sendable (Owner, World) -> Phrase?
    ) {
        self.keys = keys
        self.help = help
        self.isInFooter = isInFooter
        self.run = run
        self.off = off
    }
}
