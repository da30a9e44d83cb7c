// What must not end up in a log shows nothing of itself, however it is printed.

extension VaultKeys: CustomStringConvertible, CustomReflectable {
    /// Nothing of the keys.
    public var description: String { "VaultKeys" }
    /// Nothing of the keys.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
    /// Neither name nor password.
    public var description: String { "Credentials" }
    /// Neither name nor password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RecoveryShare: CustomStringConvertible, CustomReflectable {
    /// Its number only.
    public var description: String { "RecoveryShare \(number)" }
    /// Its number only.
    public var customMirror: Mirror { Mirror(self, children: ["number": number]) }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
    /// None of its words.
    public var description: String { "Passphrase" }
    /// None of its words.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
