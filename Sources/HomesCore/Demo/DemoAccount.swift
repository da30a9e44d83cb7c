/// A user of an invented programme with a password that everybody may know.
public struct DemoAccount: Equatable, Sendable {
    /// What is typed to sign in.
    public let userName: String
    /// Her role.
    public let role: Role
    /// Her home's code; `nil` for the programme's staff.
    public let homeCode: String?
    /// Her password.
    public let password: String
}
