/// That a user has just typed her password. Acts that one person alone, or whoever finds an open
/// screen, must not do take one: the store makes it, and nobody else can.
public struct PasswordProof: Equatable, Sendable {
    /// Whose password it was.
    public let userId: String
    /// When it was typed.
    public let at: Instant

    /// So long does it hold, in seconds.
    static let lifetime = 120

    /// Whether it was typed within the two minutes before a moment.
    func holds(at moment: Instant) -> Bool {
        let age = moment.milliseconds - at.milliseconds
        return age >= 0 && age <= PasswordProof.lifetime * 1_000
    }
}
